package io.tweestap.policy.rule;

import io.tweestap.policy.Facts;
import io.tweestap.policy.Policy;
import io.tweestap.policy.Reason;
import io.tweestap.policy.ReasonKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// From when enrollment is offered: from the earliest date that a policy names. A policy that names
/// the date on which a second step is required, and none for the offer, offers it from the start.
final class Availability {
  private Availability() {}

  /// Why enrollment is not offered yet; empty when it is.
  static Optional<Reason> notYet(List<Policy> asking, Facts facts) {
    if (asking.stream().anyMatch(policy -> open(policy, facts))) {
      return Optional.empty();
    }
    return Given.strictest(asking, policy -> policy.terms().availableFrom(), LocalDate::compareTo)
        .map(first -> first.signed(Reason.of(ReasonKind.AVAILABLE_FROM, first.value())));
  }

  private static boolean open(Policy policy, Facts facts) {
    return policy
        .terms()
        .availableFrom()
        .map(date -> !facts.now().isBefore(RequiredDate.beginning(date, policy, facts)))
        .orElse(policy.terms().requiredFrom().isPresent());
  }
}
