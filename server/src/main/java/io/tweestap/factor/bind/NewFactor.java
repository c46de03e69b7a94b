package io.tweestap.factor.bind;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.kind.Parameters;
import java.time.Instant;
import java.util.Optional;

/// A factor that is to be bound.
///
/// @param name what the user calls it
/// @param source how it comes, see [io.tweestap.factor.Bond#source]
/// @param secret sealed before it is stored; empty when the kind has none
/// @param moving where the moving factor starts, below what any answer will raise it to
/// @param expiresAt its end, if it has one
public record NewFactor(
    FactorKind kind,
    String name,
    String source,
    Optional<byte[]> secret,
    Parameters parameters,
    long moving,
    Optional<Instant> expiresAt) {
  @Override
  public String toString() {
    return "NewFactor[" + kind + ", " + source + "]";
  }
}
