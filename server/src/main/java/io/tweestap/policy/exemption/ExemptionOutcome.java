package io.tweestap.policy.exemption;

/// What became of a wish about an exemption.
public sealed interface ExemptionOutcome {
  /// It is as wished: requested, approved or ended.
  record Done(Exemption exemption) implements ExemptionOutcome {}

  /// The user has one that has not ended yet; end it first.
  record AlreadyThere(Exemption present) implements ExemptionOutcome {}

  /// Four eyes are two people.
  record SamePerson() implements ExemptionOutcome {}

  /// It has ended, or was approved already.
  record NothingToApprove(Exemption exemption) implements ExemptionOutcome {}

  record NotFound() implements ExemptionOutcome {}
}
