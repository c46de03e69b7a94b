package io.tweestap.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.FactorKind;
import io.tweestap.policy.Decision;
import io.tweestap.policy.Facts;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Policy;
import io.tweestap.policy.ReasonKind;
import io.tweestap.policy.SessionLimits;
import io.tweestap.policy.exemption.ExemptionFact;
import io.tweestap.user.UserState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What holds for whatever policies and users there are; seeded, so that a failure comes again.
class DecisionPropertiesTest {
  private static final int WORLDS = 20_000;

  @Test
  void addingAPolicyNeverMakesADecisionWeaker() {
    forEachWorld((seed, world, policies, facts) -> {
      Decision before = Decide.decide(policies, facts);
      List<Policy> more = new ArrayList<>(policies);
      more.add(world.policy(99));
      Decision after = Decide.decide(more, facts);

      if (!byBuiltInRule(policies, facts, before)) {
        assertThat(strictness(after))
            .as("seed %d", seed)
            .isGreaterThanOrEqualTo(strictness(before));
      }
    });
  }

  @Test
  void addingAPolicyNeverLengthensWhatAPolicyLimited() {
    forEachWorld((seed, world, policies, facts) -> {
      List<Policy> more = new ArrayList<>(policies);
      more.add(world.policy(99));
      Decision before = Decide.decide(policies, facts);
      Decision after = Decide.decide(more, facts);

      Spoken spoken = Spoken.to(policies, facts);
      if (says(spoken, policy -> policy.terms().stay().loggedIn())) {
        assertThat(after.session().stayLoggedIn())
            .as("seed %d", seed)
            .isLessThanOrEqualTo(before.session().stayLoggedIn());
      }
      if (says(spoken, policy -> policy.terms().stay().remember()) && before.mayRememberBrowser()) {
        assertThat(after.rememberFor())
            .as("seed %d", seed)
            .isLessThanOrEqualTo(before.rememberFor());
      }
    });
  }

  @Test
  void theOrderOfPoliciesMakesNoDifference() {
    forEachWorld((seed, _, policies, facts) -> {
      List<Policy> other = new ArrayList<>(policies);
      Collections.shuffle(other, new Random(seed));

      assertThat(strictness(Decide.decide(other, facts)))
          .as("seed %d", seed)
          .isEqualTo(strictness(Decide.decide(policies, facts)));
      assertThat(Decide.decide(other, facts).allowance())
          .as("seed %d", seed)
          .isEqualTo(Decide.decide(policies, facts).allowance());
    });
  }

  @Test
  void anExemptionNeverOutlivesItsEnd() {
    forEachWorld((seed, _, policies, facts) -> {
      Facts never = with(facts, Optional.empty());
      Facts ended = with(facts, Optional.of(new ExemptionFact(facts.now())));
      Facts longAgo =
          with(facts, Optional.of(new ExemptionFact(facts.now().minus(Duration.ofDays(9)))));

      assertThat(Decide.decide(policies, ended))
          .as("seed %d", seed)
          .isEqualTo(Decide.decide(policies, never));
      assertThat(Decide.decide(policies, longAgo))
          .as("seed %d", seed)
          .isEqualTo(Decide.decide(policies, never));
    });
  }

  @Test
  void anExemptionNeverShutsOutAndNeverPassesOverAFactor() {
    forEachWorld((seed, _, policies, facts) -> {
      Facts exempt =
          with(facts, Optional.of(new ExemptionFact(facts.now().plus(Duration.ofDays(9)))));
      Decision without = Decide.decide(policies, with(facts, Optional.empty()));
      Decision decision = Decide.decide(policies, exempt);

      assertThat(decision.shutsOut())
          .as("seed %d", seed)
          .isEqualTo(facts.state() != UserState.ACTIVE);
      if (without instanceof Decision.Challenge) {
        assertThat(decision).as("seed %d", seed).isInstanceOf(Decision.Challenge.class);
      }
    });
  }

  @Test
  @DisplayName("REC-7: whoever holds a factor proves it at a payment and at a password reset")
  void paymentAndResetAlwaysAskWhoeverHoldsAFactor() {
    forEachWorld((seed, _, policies, facts) -> {
      if (facts.purpose().alwaysAsks() && facts.enrolled() && facts.state() == UserState.ACTIVE) {
        assertThat(Decide.decide(policies, facts))
            .as("seed %d", seed)
            .isNotInstanceOf(Decision.Pass.class);
      }
    });
  }

  @Test
  void aChallengeAsksOnlyForWhatIsHeld() {
    forEachWorld((seed, _, policies, facts) -> {
      switch (Decide.decide(policies, facts)) {
        case Decision.Challenge challenge ->
            assertThat(facts.held()).as("seed %d", seed).containsAll(challenge.allowed());
        case Decision.Enroll enroll -> {
          assertThat(facts.held()).as("seed %d", seed).containsAll(enroll.proveFirst());
          assertThat(enroll.allowed()).as("seed %d", seed).allMatch(FactorKind::isSecondFactor);
          assertThat(enroll.proveFirst().isEmpty())
              .as("seed %d", seed)
              .isEqualTo(facts.held().isEmpty());
        }
        case Decision.Refuse refuse ->
            assertThat(refuse.reasons().getFirst()).isEqualTo(refuse.reason());
        case Decision.Pass _ -> {}
      }
    });
  }

  @Test
  @DisplayName("SES-1: no session is longer than 30 days, and idle never longer than the session")
  void sessionsHaveTheirLimits() {
    forEachWorld((seed, _, policies, facts) -> {
      SessionLimits session = Decide.decide(policies, facts).session();

      assertThat(session.stayLoggedIn())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(SessionLimits.LONGEST);
      assertThat(session.idle()).as("seed %d", seed).isLessThanOrEqualTo(session.stayLoggedIn());
    });
  }

  @Test
  void everyDecisionSaysWhy() {
    forEachWorld((seed, _, policies, facts) ->
        assertThat(Decide.decide(policies, facts).reasons()).as("seed %d", seed).isNotEmpty());
  }

  @Test
  void proofOfTheFirstFactorIsTheStrictestThatIsAskedFor() {
    forEachWorld((seed, _, policies, facts) -> {
      if (Decide.decide(policies, facts) instanceof Decision.Enroll enroll) {
        FirstFactorProof strictest =
            Spoken.to(policies, facts).policies().stream()
                .flatMap(policy -> policy.terms().proof().stream())
                .max(FirstFactorProof::compareTo)
                .orElse(FirstFactorProof.USUAL);
        assertThat(enroll.proof()).as("seed %d", seed).isEqualTo(strictest);
      }
    });
  }

  @Test
  void theWorldsShowEveryDecisionAndEveryReason() {
    var kinds = new java.util.HashSet<Class<?>>();
    var reasons = java.util.EnumSet.noneOf(ReasonKind.class);
    forEachWorld((_, _, policies, facts) -> {
      Decision decision = Decide.decide(policies, facts);
      kinds.add(decision.getClass());
      decision.reasons().forEach(reason -> reasons.add(reason.kind()));
    });

    assertThat(kinds).hasSize(4);
    assertThat(reasons).containsExactlyInAnyOrder(ReasonKind.values());
  }

  private static int strictness(Decision decision) {
    return switch (decision) {
      case Decision.Pass _ -> 0;
      case Decision.Challenge _ -> 1;
      case Decision.Enroll enroll -> enroll.required() ? 2 : 0;
      case Decision.Refuse _ -> 3;
    };
  }

  /// Where no policy spoke before, or none said how often, what is built in held; a policy may be
  /// milder than that.
  private static boolean byBuiltInRule(List<Policy> policies, Facts facts, Decision before) {
    Spoken spoken = Spoken.to(policies, facts);
    return spoken.policies().isEmpty()
        || (before instanceof Decision.Challenge
            && spoken.asking().stream().allMatch(p -> p.terms().frequency().isEmpty()));
  }

  private static boolean says(Spoken spoken, Function<Policy, Optional<?>> field) {
    return spoken.policies().stream().anyMatch(policy -> field.apply(policy).isPresent());
  }

  private static Facts with(Facts facts, Optional<ExemptionFact> exemption) {
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
        exemption,
        facts.state());
  }

  private interface Property {
    void check(long seed, RandomWorld world, List<Policy> policies, Facts facts);
  }

  private static void forEachWorld(Property property) {
    for (long seed = 0; seed < WORLDS; seed++) {
      var world = new RandomWorld(seed);
      property.check(seed, world, world.policies(), world.facts());
    }
  }
}
