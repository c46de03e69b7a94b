package io.tweestap.factor.kind;

import io.tweestap.factor.Bond;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.FactorState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row of table `factor`, its secret still sealed.
///
/// @param sealed the sealed secret; null when the kind has none, or the factor is over
/// @param moving RFC 4226's moving factor; an answer spends by raising it
/// @param drift what a kind has learned of the token's clock, in its own unit
/// @param attempts how many answers were compared so far; who settles must still find this number
/// @param pendingUntil when a pending factor is given up; empty for all others
public record StoredFactor(
    FactorKind kind,
    Bond bond,
    Parameters parameters,
    byte @Nullable [] sealed,
    long moving,
    int drift,
    long attempts,
    Optional<Instant> pendingUntil) {
  public FactorId id() {
    return bond.id();
  }

  public boolean isPending() {
    return bond.state() == FactorState.PENDING;
  }

  /// Whether it is pending and its ten minutes are over.
  public boolean isGivenUp(Instant now) {
    return pendingUntil.isPresent() && !pendingUntil.get().isAfter(now);
  }

  @Override
  public String toString() {
    return "StoredFactor[" + kind + ", " + bond.id() + "]";
  }
}
