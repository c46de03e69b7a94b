package io.tweestap.factor.token;

/// What became of the wish to retire a token.
public sealed interface RetireOutcome {
  /// It is retired, now or before.
  record Retired(HardwareToken token) implements RetireOutcome {}

  /// A user has it; the factor must be removed first.
  record InUse() implements RetireOutcome {}

  /// The tenant has no such token.
  record NotFound() implements RetireOutcome {}
}
