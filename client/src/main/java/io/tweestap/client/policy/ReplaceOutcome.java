package io.tweestap.client.policy;

/// What came of changing a policy that somebody had read.
public sealed interface ReplaceOutcome {
  /// It is as it was asked for.
  record Done(Policy policy) implements ReplaceOutcome {}

  /// Somebody changed it meanwhile: read it again, and put your change into what it is now.
  record ChangedMeanwhile() implements ReplaceOutcome {}

  /// Another policy has this name.
  record NameTaken() implements ReplaceOutcome {}
}
