package io.tweestap.policy.web;

import io.tweestap.policy.PolicyChanges;
import io.tweestap.policy.PolicyOutcome;
import io.tweestap.policy.StoredPolicy;
import io.tweestap.policy.exemption.Exemption;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.util.Map;

/// What the door says when the room says no.
final class PolicyProblems {
  private PolicyProblems() {}

  /// The policy, or why not.
  static StoredPolicy done(PolicyOutcome outcome) {
    return switch (outcome) {
      case PolicyOutcome.Done(StoredPolicy stored) -> stored;
      case PolicyOutcome.NameTaken() ->
          throw Problem.of(
              ProblemCode.NAME_TAKEN,
              "Another policy has this name. Choose one that tells them apart.",
              Map.of("field", "name"));
      case PolicyOutcome.TooMany() ->
          throw Problem.of(
              ProblemCode.LIMIT_REACHED,
              "There are " + PolicyChanges.MOST + " policies. Delete one first.");
      case PolicyOutcome.ChangedMeanwhile(int version) ->
          throw Problem.of(
              ProblemCode.CHANGED_MEANWHILE,
              "The policy is at version " + version + " by now. Read it, then change that.",
              Map.of("version", version));
      case PolicyOutcome.NotFound() -> throw noPolicy();
    };
  }

  static Problem noPolicy() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no policy with this id.");
  }

  static Problem noUser() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such user.");
  }

  static Problem noExemption() {
    return Problem.of(ProblemCode.NOT_FOUND, "The user has no exemption with this id.");
  }

  static Problem alreadyExempt(Exemption present) {
    return Problem.of(
        ProblemCode.ALREADY_EXEMPT,
        "The user has an exemption that has not ended. End it first.",
        Map.of("exemption_id", present.id()));
  }

  static Problem samePerson() {
    return Problem.of(
        ProblemCode.SAME_PERSON,
        "Whoever approves an exemption is another person than the one who asked for it.",
        Map.of("field", "staff"));
  }

  static Problem nothingToApprove() {
    return Problem.of(
        ProblemCode.NOTHING_TO_APPROVE, "The exemption has ended, or needs no approval any more.");
  }
}
