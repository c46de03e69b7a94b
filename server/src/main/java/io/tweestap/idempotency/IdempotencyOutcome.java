package io.tweestap.idempotency;

/// What became of a request that came with an Idempotency-Key.
public sealed interface IdempotencyOutcome {
  /// The work was done now.
  record Done(Answer answer) implements IdempotencyOutcome {}

  /// The same request had been done before; nothing happened now.
  record Replayed(Answer answer) implements IdempotencyOutcome {}

  /// The key belongs to a different request of the last 24 hours; nothing happened now.
  record Mismatch() implements IdempotencyOutcome {}
}
