package io.tweestap.factor.web;

import io.tweestap.factor.Bond;
import io.tweestap.factor.Factor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A factor in an answer. Never the secret.
///
/// @param expiresAt from when on it is refused; of a pending one, when it is given up
/// @param slowedUntil only while it is slowed down
public record FactorView(
    UUID id,
    String kind,
    String name,
    String state,
    String strength,
    String medium,
    String source,
    Instant boundAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant expiresAt,
    int failures,
    @Nullable Instant slowedUntil,
    @Nullable String algorithm,
    @Nullable Integer digits,
    @Nullable Integer period,
    @Nullable String serial,
    @Nullable String publicId,
    @Nullable String suite,
    @Nullable String number,
    @Nullable Integer codesLeft,
    @Nullable Boolean synced,
    @Nullable UUID aaguid,
    @Nullable List<String> transports) {
  /// @param now to tell whether it is slowed down
  public static FactorView of(Factor factor, Instant now) {
    KindFields kind = KindFields.of(factor);
    Bond bond = factor.bond();
    return new FactorView(
        bond.id().value(),
        factor.kind().text(),
        bond.name(),
        bond.state().text(),
        factor.kind().strength().text(),
        factor.medium().text(),
        bond.source(),
        bond.boundAt(),
        bond.lastUsedAt().orElse(null),
        bond.expiresAt().orElse(null),
        bond.failures(),
        bond.slowedAfter(now).orElse(null),
        kind.algorithm(),
        kind.digits(),
        kind.period(),
        kind.serial(),
        kind.publicId(),
        kind.suite(),
        kind.number(),
        kind.codesLeft(),
        kind.synced(),
        kind.aaguid(),
        kind.transports());
  }
}
