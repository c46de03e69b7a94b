package io.tweestap.delivery.rule;

/// What came of new rules.
public sealed interface ReplaceOutcome {
  /// They count, on every node within five seconds.
  record Done(RouteTable table) implements ReplaceOutcome {}

  /// Somebody else was faster.
  record ChangedMeanwhile() implements ReplaceOutcome {}
}
