package io.tweestap.delivery.learn;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Carriers whose true shares of typed codes are known, one code a second, and what is known of
/// them read anew every half minute, as the server does.
class ThompsonTest {
  private static final List<String> CARRIERS = List.of("good", "bad");
  private static final double HALF_LIFE_SECONDS = 6 * 3600;
  private static final int READ_EVERY = 30;

  private final RandomGenerator random = new SplittableRandom(20261130);
  private final Map<String, double[]> sums =
      new HashMap<>(Map.of("good", new double[2], "bad", new double[2]));

  @Test
  void drawsHaveTheMeanAndSpreadOfABetaDistribution() {
    int draws = 100_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double drawn = Thompson.beta(4, 16, random);
      sum += drawn;
      squares += drawn * drawn;
    }
    double mean = sum / draws;
    assertThat(mean).isCloseTo(0.2, within(0.002));
    assertThat(squares / draws - mean * mean).isCloseTo(0.2 * 0.8 / 21, within(0.0002));
  }

  @Test
  void itFindsTheBetterCarrierAndKeepsTryingTheOther() {
    Map<String, Double> rates = Map.of("good", 0.75, "bad", 0.55);
    assertThat(send(20_000, rates, Map.of()).get("bad")).isBetween(1, 1_000);
    int tried = send(100_000, rates, Map.of()).getOrDefault("bad", 0);
    assertThat(tried).as("still tried, and seldom").isBetween(10, 2_000);
  }

  @Test
  void whenTheGoodOneTurnsBadItLeavesIt() {
    send(20_000, Map.of("good", 0.75, "bad", 0.55), Map.of());
    Map<String, Double> turned = Map.of("good", 0.2, "bad", 0.55);
    send(20_000, turned, Map.of());
    assertThat(send(5_000, turned, Map.of()).get("bad")).isGreaterThan(4_500);
  }

  @Test
  void amongEquallyGoodOnesTheCheaperIsTaken() {
    Map<String, Double> rates = Map.of("good", 0.7, "bad", 0.7);
    Map<String, Double> costs = Map.of("good", 0.08, "bad", 0.02);
    send(10_000, rates, costs);
    assertThat(send(5_000, rates, costs).get("bad")).isGreaterThan(4_000);
  }

  @Test
  void theSameChanceDrawsTheSame() {
    Map<String, Counts> counts = Map.of("good", new Counts(100, 70));
    assertThat(Thompson.draw(CARRIERS, counts, Map.of(), 1, new SplittableRandom(7)))
        .isEqualTo(Thompson.draw(CARRIERS, counts, Map.of(), 1, new SplittableRandom(7)));
  }

  /// How many of the codes each carrier got.
  private Map<String, Integer> send(
      int codes, Map<String, Double> rates, Map<String, Double> costs) {
    Map<String, Integer> got = new HashMap<>(Map.of("good", 0, "bad", 0));
    Map<String, Counts> known = known();
    double fading = Math.pow(0.5, 1 / HALF_LIFE_SECONDS);
    for (int i = 0; i < codes; i++) {
      if (i % READ_EVERY == 0) {
        known = known();
      }
      String carrier = Thompson.draw(CARRIERS, known, costs, 1, random).getFirst().carrier();
      got.merge(carrier, 1, Integer::sum);
      sums.values()
          .forEach(sum -> {
            sum[0] *= fading;
            sum[1] *= fading;
          });
      double[] sum = requireNonNull(sums.get(carrier));
      sum[0]++;
      sum[1] += random.nextDouble() < rates.getOrDefault(carrier, 0.0) ? 1 : 0;
    }
    return got;
  }

  private Map<String, Counts> known() {
    Map<String, Counts> known = new HashMap<>();
    sums.forEach((carrier, sum) -> known.put(carrier, new Counts(sum[0], sum[1])));
    return known;
  }
}
