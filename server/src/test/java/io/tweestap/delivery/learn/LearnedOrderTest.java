package io.tweestap.delivery.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.Priority;
import io.tweestap.delivery.SampleMessages;
import io.tweestap.delivery.learn.LearnedOrder.Ordered;
import io.tweestap.delivery.route.Candidate;
import io.tweestap.delivery.rule.RouteFacts;
import io.tweestap.shared.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What experience makes of an order of carriers.
class LearnedOrderTest {
  private static final List<Candidate> BY_RANK =
      List.of(new Candidate("a", "rank"), new Candidate("b", "rank"), new Candidate("c", "rank"));
  private static final Map<String, Counts> A_IS_BAD =
      Map.of("a", new Counts(200, 20), "b", new Counts(200, 140), "c", new Counts(200, 130));
  private static final int MESSAGES = 2_000;

  private final Random random = new Random(20261130);

  @Test
  void theShadowChangesNothingAndSaysWhatItWouldHaveChosen() {
    LearnedOrder learning = learning(LearningMode.SHADOW, false, A_IS_BAD);
    int others = 0;
    for (int i = 0; i < MESSAGES; i++) {
      Ordered ordered = learning.order(Channel.SMS, facts("NL"), BY_RANK, false);
      assertThat(ordered.candidates()).isEqualTo(BY_RANK);
      Learned learned = ordered.learned().orElseThrow();
      assertThat(learned.draws()).hasSize(3);
      others += learned.carrier().equals("a") ? 0 : 1;
    }
    assertThat(others).isEqualTo(MESSAGES);
  }

  @Test
  void whereItDecidesTheBestDrawIsFirst() {
    LearnedOrder learning = learning(LearningMode.ON, true, A_IS_BAD);
    int[] first = new int[3];
    for (int i = 0; i < MESSAGES; i++) {
      Ordered ordered = learning.order(Channel.SMS, facts("NL"), BY_RANK, false);
      assertThat(ordered.candidates()).extracting(Candidate::carrier).hasSize(3);
      assertThat(ordered.candidates()).extracting(Candidate::reason).containsOnly("learned");
      first["abc".indexOf(ordered.candidates().getFirst().carrier())]++;
    }
    assertThat(first[0]).isZero();
    assertThat(first[1]).isGreaterThan(first[2]);
    assertThat(first[2]).as("what is hardly worse is tried").isPositive();
  }

  @Test
  void itDoesNotOverruleARule() {
    LearnedOrder learning = learning(LearningMode.ON, false, A_IS_BAD);
    Ordered ordered = learning.order(Channel.SMS, facts("NL"), BY_RANK, true);
    assertThat(ordered.candidates()).isEqualTo(BY_RANK);
    assertThat(ordered.learned()).isPresent();
  }

  @Test
  void ofWhomFewerCodesAreTypedComesLastButForAFewTries() {
    LearnedOrder learning = learning(LearningMode.OFF, true, A_IS_BAD);
    int tried = 0;
    for (int i = 0; i < MESSAGES; i++) {
      List<Candidate> order = learning.order(Channel.SMS, facts("NL"), BY_RANK, true).candidates();
      if (order.getFirst().carrier().equals("a")) {
        tried++;
        assertThat(order.getFirst().reason())
            .isEqualTo("rank, to try it again although fewer codes are typed");
      } else {
        assertThat(order)
            .extracting(Candidate::carrier)
            .as("none is left out")
            .containsExactly("b", "c", "a");
        assertThat(order.getFirst().reason()).isEqualTo("rank, since fewer codes of a are typed");
      }
    }
    assertThat(tried).isBetween(MESSAGES / 20 - 40, MESSAGES / 20 + 40);
  }

  @Test
  void anotherCountryOrChannelIsAnotherMatter() {
    LearnedOrder learning = learning(LearningMode.OFF, true, A_IS_BAD);
    assertThat(learning.order(Channel.SMS, facts("DE"), BY_RANK, false).candidates())
        .isEqualTo(BY_RANK);
    assertThat(learning.order(Channel.VOICE, facts("NL"), BY_RANK, false).candidates())
        .isEqualTo(BY_RANK);
  }

  @Test
  void oneMessageAlwaysGoesTheSameWay() {
    LearnedOrder learning = learning(LearningMode.ON, true, A_IS_BAD);
    RouteFacts facts = facts("NL");
    Ordered once = learning.order(Channel.SMS, facts, BY_RANK, false);
    assertThat(learning.order(Channel.SMS, facts, BY_RANK, false)).isEqualTo(once);
  }

  @Test
  void onlyCodesThatHaveAChoiceAreAsked() {
    LearnedOrder learning = learning(LearningMode.SHADOW, false, Map.of());
    assertThat(learning.isAsked(Channel.SMS, Priority.CODE, 2)).isTrue();
    assertThat(learning.isAsked(Channel.SMS, Priority.CODE, 1)).isFalse();
    assertThat(learning.isAsked(Channel.EMAIL, Priority.CODE, 2)).isFalse();
    assertThat(learning.isAsked(Channel.SMS, Priority.NOTICE, 2)).isFalse();
    assertThat(learning(LearningMode.OFF, false, Map.of()).isAsked(Channel.SMS, Priority.CODE, 2))
        .isFalse();
  }

  private static LearnedOrder learning(
      LearningMode mode, boolean lowConversion, Map<String, Counts> counts) {
    LearningProperties properties =
        new LearningProperties(mode, lowConversion, 0.05, Duration.ofHours(6), 1, Map.of());
    Experience experience = new Experience(Map.of(new Experience.Key(Channel.SMS, "NL"), counts));
    return new LearnedOrder(properties, () -> experience);
  }

  private RouteFacts facts(String country) {
    return new RouteFacts(
        SampleMessages.TENANT,
        new UUID(0x01a2_0000_0000_7000L + random.nextInt(1 << 24), random.nextLong()),
        Priority.CODE,
        "Acme",
        "+31612345678",
        Optional.of(country));
  }
}
