package io.tweestap.factor.token;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.kind.Parameters;
import io.tweestap.user.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// A token of the tenant, as it may be shown: never the seed.
///
/// @param serial as it is printed on the token; unique among the tokens of a kind
/// @param batch what the delivery was called when it was imported
/// @param user who has it; empty when it is in stock
/// @param heldUntil when it is free again if its pending factor is not confirmed
/// @param retiredAt when it was taken out of use for good
public record HardwareToken(
    UUID id,
    String serial,
    FactorKind kind,
    Parameters parameters,
    Optional<String> batch,
    Instant addedAt,
    Optional<UserId> user,
    Optional<FactorId> factor,
    Optional<Instant> heldUntil,
    Optional<Instant> retiredAt) {
  /// Where a token is.
  public enum Where {
    IN_STOCK,
    /// With a user who has not confirmed it yet.
    HELD,
    ASSIGNED,
    RETIRED;

    /// As it stands in the API: `in_stock`.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Where> of(String text) {
      return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }
  }

  /// Where it is now.
  public Where where(Instant now) {
    if (retiredAt.isPresent()) {
      return Where.RETIRED;
    }
    boolean free = factor.isEmpty() || heldUntil.filter(until -> !until.isAfter(now)).isPresent();
    if (free) {
      return Where.IN_STOCK;
    }
    return heldUntil.isPresent() ? Where.HELD : Where.ASSIGNED;
  }
}
