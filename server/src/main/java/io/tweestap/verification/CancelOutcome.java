package io.tweestap.verification;

/// The answer to a cancellation.
public sealed interface CancelOutcome {
  /// It is canceled, now or since an earlier call.
  record Canceled(Verification verification) implements CancelOutcome {}

  /// It had ended otherwise before: the state says how.
  record Finished(State state) implements CancelOutcome {}

  /// The tenant has no such verification.
  record NotFound() implements CancelOutcome {}
}
