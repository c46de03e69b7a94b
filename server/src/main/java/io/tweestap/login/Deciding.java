package io.tweestap.login;

import io.tweestap.factor.Factor;
import io.tweestap.login.browser.Recognition;
import io.tweestap.policy.Decision;
import io.tweestap.policy.Facts;
import io.tweestap.policy.Policies;
import io.tweestap.policy.Purpose;
import io.tweestap.policy.RememberedFact;
import io.tweestap.policy.exemption.ExemptionFact;
import io.tweestap.policy.exemption.Exemptions;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Gathers the facts of a login and asks the policies.
@Component
class Deciding {
  private final Policies policies;
  private final Exemptions exemptions;
  private final Clock clock;

  Deciding(Policies policies, Exemptions exemptions, Clock clock) {
    this.policies = policies;
    this.exemptions = exemptions;
    this.clock = clock;
  }

  /// What this login asks for.
  ///
  /// @param usable factors with which an answer may be right now
  Plan plan(TenantId tenant, User user, NewLogin asked, List<Factor> usable, Recognition browser) {
    Facts facts = facts(user, asked, usable, browser);
    return Plan.of(decide(tenant, user, facts), asked.purpose(), user.skipsUsed());
  }

  /// An exemption is looked for only where it can make a difference: to somebody who would have to
  /// set up a factor, or may.
  private Decision decide(TenantId tenant, User user, Facts facts) {
    Decision decision = policies.decide(tenant, facts);
    if (facts.purpose() == Purpose.ACCOUNT) {
      // Nobody is let off what they came for.
      return decision;
    }
    return switch (decision) {
      case Decision.Pass _, Decision.Challenge _ -> decision;
      case Decision.Enroll _, Decision.Refuse _ ->
          exemptions
              .inForce(tenant, user.id())
              .map(exemption -> policies.decide(tenant, exempt(facts, exemption)))
              .orElse(decision);
    };
  }

  private Facts facts(User user, NewLogin asked, List<Factor> usable, Recognition browser) {
    return new Facts(
        user.groups(),
        asked.application().orElse(""),
        asked.purpose(),
        usable.stream().map(Factor::kind).collect(Collectors.toSet()),
        usable.stream().anyMatch(Factor::isDeviceBoundKey),
        browser.lastProof().map(RememberedFact::new),
        lastProof(usable),
        asked.risky(),
        clock.instant(),
        user.zone(),
        user.deadline(),
        user.skipsUsed(),
        Optional.empty(),
        user.state());
  }

  private static Facts exempt(Facts facts, ExemptionFact exemption) {
    return new Facts(
        facts.groups(),
        facts.application(),
        facts.purpose(),
        facts.held(),
        facts.deviceBound(),
        facts.browser(),
        facts.lastProof(),
        facts.risky(),
        facts.now(),
        facts.zone(),
        facts.deadline(),
        facts.skipsUsed(),
        Optional.of(exemption),
        facts.state());
  }

  private static Optional<Instant> lastProof(List<Factor> usable) {
    return usable.stream()
        .flatMap(factor -> factor.bond().lastUsedAt().stream())
        .max(Comparator.naturalOrder());
  }
}
