package io.tweestap.factor.bind;

import io.tweestap.factor.FactorId;
import java.time.Instant;

/// What became of the wish to bind a factor.
public sealed interface BindOutcome {
  /// It was begun; one right code makes it active.
  ///
  /// @param until when it is given up
  record Begun(FactorId id, Instant until) implements BindOutcome {}

  /// It is active at once.
  record Bound(FactorId id) implements BindOutcome {}

  /// The user has as many factors as allowed.
  record TooMany(int most) implements BindOutcome {}
}
