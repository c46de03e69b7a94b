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
/// @param drift what is known of a token's clock, in the kind's own unit
/// @param expiresAt its end, if it has one
public record NewFactor(
    FactorKind kind,
    String name,
    String source,
    Optional<byte[]> secret,
    Parameters parameters,
    long moving,
    int drift,
    Optional<Instant> expiresAt) {
  /// A factor of whose clock nothing is known.
  public NewFactor(
      FactorKind kind,
      String name,
      String source,
      Optional<byte[]> secret,
      Parameters parameters,
      long moving,
      Optional<Instant> expiresAt) {
    this(kind, name, source, secret, parameters, moving, 0, expiresAt);
  }

  @Override
  public String toString() {
    return "NewFactor[" + kind + ", " + source + "]";
  }
}
