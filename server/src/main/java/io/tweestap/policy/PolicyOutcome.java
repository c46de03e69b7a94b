package io.tweestap.policy;

/// What became of a wish about a policy.
public sealed interface PolicyOutcome {
  /// It is as wished; of a deleted one, what it was.
  record Done(StoredPolicy stored) implements PolicyOutcome {}

  /// Another policy has this name.
  record NameTaken() implements PolicyOutcome {}

  /// The tenant has as many policies as it may have.
  record TooMany() implements PolicyOutcome {}

  /// Somebody changed it meanwhile: look at what it is now first.
  ///
  /// @param version of what it is now
  record ChangedMeanwhile(int version) implements PolicyOutcome {}

  record NotFound() implements PolicyOutcome {}
}
