package io.tweestap.webhook;

/// What became of the wish to send an event again.
public sealed interface ReplayOutcome {
  /// It is due now for so many endpoints, with all attempts before it.
  record Replayed(int deliveries) implements ReplayOutcome {}

  /// The tenant has no such event (any more).
  record NotFound() implements ReplayOutcome {}

  /// The event exists, but no enabled endpoint to send it to.
  record NoEndpoint() implements ReplayOutcome {}
}
