package io.tweestap.policy.rule;

import io.tweestap.policy.Facts;
import io.tweestap.policy.Policy;
import java.util.List;

/// Who the policies speak to: those of this user's groups, at this application.
///
/// @param policies all that speak to the user here
/// @param asking those of them that ask for a second step at this purpose
record Spoken(List<Policy> policies, List<Policy> asking, Facts facts) {
  static Spoken to(List<Policy> all, Facts facts) {
    List<Policy> policies =
        all.stream()
            .filter(policy -> policy.speaksTo(facts.groups(), facts.application()))
            .toList();
    return new Spoken(policies, policies.stream().filter(p -> asks(p, facts)).toList(), facts);
  }

  private static boolean asks(Policy policy, Facts facts) {
    return policy
        .terms()
        .purposes()
        .map(purposes -> purposes.contains(facts.purpose().judgedAs()))
        .orElse(true);
  }

  /// Whether the policies leave this purpose out. Where no policy speaks, nothing is left out.
  boolean purposeLeftOut() {
    return !policies.isEmpty() && asking.isEmpty();
  }

  /// Those whose kinds and strength hold already: without a date, or with one that has come.
  List<Policy> inForce() {
    return asking.stream()
        .filter(policy -> RequiredDate.of(policy, facts).map(RequiredDate::hasCome).orElse(true))
        .toList();
  }
}
