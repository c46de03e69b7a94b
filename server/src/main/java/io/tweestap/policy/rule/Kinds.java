package io.tweestap.policy.rule;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Strength;
import io.tweestap.policy.Facts;
import io.tweestap.policy.Policy;
import io.tweestap.policy.Profile;
import io.tweestap.policy.Reason;
import io.tweestap.policy.ReasonKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which kinds of factor meet what some policies ask for together: kinds that all of them allow, as
/// strong as the strictest of them asks.
record Kinds(List<Policy> policies) {
  /// The second factors that meet it, held or not.
  Set<FactorKind> accepted() {
    Set<FactorKind> accepted = EnumSet.noneOf(FactorKind.class);
    Arrays.stream(FactorKind.values())
        .filter(FactorKind::isSecondFactor)
        .filter(kind -> policies.stream().allMatch(policy -> allows(policy, kind)))
        .filter(kind -> kind.strength().compareTo(strength()) >= 0)
        .forEach(accepted::add);
    return accepted;
  }

  /// Whether a security key must be one that cannot be copied to another device: at the highest
  /// level (WA-25, NIST SP 800-63B-4 section 2.3.2).
  boolean deviceBound() {
    return policies.stream().anyMatch(Kinds::isHighest);
  }

  /// What a user may prove: the accepted ones that are held, and beside them what stands in for a
  /// lost one. Empty when no accepted one is held: what stands in does so for something.
  Set<FactorKind> usable(Facts facts) {
    Set<FactorKind> held = facts.held();
    Set<FactorKind> usable = accepted();
    usable.retainAll(held);
    if (deviceBound() && !facts.deviceBound()) {
      usable.remove(FactorKind.WEBAUTHN);
    }
    if (!usable.isEmpty()) {
      held.stream().filter(this::standsIn).forEach(usable::add);
    }
    return usable;
  }

  /// A temporary pass always does, since staff gave it for this; a recovery code where it is strong
  /// enough, so not where factors must resist phishing.
  private boolean standsIn(FactorKind kind) {
    return kind == FactorKind.TEMPORARY_PASS
        || (!kind.isSecondFactor() && kind.strength().compareTo(strength()) >= 0);
  }

  /// Of what is held, all that is as strong as the strongest second factor among it; everything
  /// when there is no second factor.
  static Set<FactorKind> strongest(Set<FactorKind> held) {
    Optional<Strength> most =
        held.stream()
            .filter(FactorKind::isSecondFactor)
            .map(FactorKind::strength)
            .max(Comparator.naturalOrder());
    return held.stream()
        .filter(kind -> kind.strength().compareTo(most.orElse(kind.strength())) >= 0)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The strongest that is asked for; the weakest there is when nobody asks.
  Strength strength() {
    return strictestStrength().map(Given::value).orElse(Strength.values()[0]);
  }

  /// Which policy limits the kinds, and how, and which one asks for the strength.
  List<Reason> reasons() {
    var reasons = new ArrayList<Reason>();
    for (Policy policy : policies) {
      policy
          .terms()
          .kinds()
          .map(kinds -> Reason.of(ReasonKind.KINDS_LIMITED, kinds).by(policy.name()))
          .ifPresent(reasons::add);
    }
    strictestStrength()
        .map(given -> given.signed(Reason.of(ReasonKind.STRENGTH_ASKED, given.value())))
        .ifPresent(reasons::add);
    policies.stream()
        .filter(Kinds::isHighest)
        .map(policy -> Reason.of(ReasonKind.DEVICE_BOUND_ASKED).by(policy.name()))
        .forEach(reasons::add);
    return reasons;
  }

  private Optional<Given<Strength>> strictestStrength() {
    return Given.strictest(policies, Kinds::strengthOf, Comparator.reverseOrder());
  }

  /// SES-3: the highest level takes only what resists phishing.
  private static Optional<Strength> strengthOf(Policy policy) {
    return isHighest(policy) ? Optional.of(Strength.PHISHING_RESISTANT) : policy.terms().strength();
  }

  private static boolean isHighest(Policy policy) {
    return policy.terms().stay().profile().equals(Optional.of(Profile.AAL3));
  }

  private static boolean allows(Policy policy, FactorKind kind) {
    return policy.terms().kinds().map(kinds -> kinds.contains(kind)).orElse(true);
  }
}
