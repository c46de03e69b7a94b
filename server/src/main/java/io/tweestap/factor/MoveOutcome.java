package io.tweestap.factor;

/// What became of the wish to suspend or resume a factor.
public sealed interface MoveOutcome {
  /// It is in the wished state, now or before.
  record Moved(Factor factor) implements MoveOutcome {}

  /// Its state has no way there.
  record NotPossible(FactorState state) implements MoveOutcome {}

  /// The user has no such factor.
  record NotFound() implements MoveOutcome {}
}
