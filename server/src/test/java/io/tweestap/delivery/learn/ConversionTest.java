package io.tweestap.delivery.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// When a carrier counts as one of which too few codes are typed.
class ConversionTest {
  @Test
  void whoIsFarBehindTheBestIs() {
    assertThat(behind(Map.of("a", new Counts(100, 20), "b", new Counts(100, 70))))
        .containsExactly("a");
    assertThat(
            behind(
                Map.of(
                    "a", new Counts(100, 20),
                    "b", new Counts(100, 70),
                    "c", new Counts(100, 10))))
        .containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void aLittleWorseIsNotBehindHoweverSureItIs() {
    assertThat(behind(Map.of("a", new Counts(100_000, 60_000), "b", new Counts(100_000, 70_000))))
        .isEmpty();
  }

  @Test
  void ofAFewCodesNothingIsSaid() {
    assertThat(behind(Map.of("a", new Counts(29, 0), "b", new Counts(1000, 700)))).isEmpty();
    assertThat(behind(Map.of("a", new Counts(1000, 0), "b", new Counts(29, 29)))).isEmpty();
    assertThat(behind(Map.of())).isEmpty();
  }

  @Test
  void aloneOrWithNothingTypedAnywhereNobodyIsBehind() {
    assertThat(behind(Map.of("a", new Counts(1000, 3)))).isEmpty();
    assertThat(behind(Map.of("a", new Counts(1000, 0), "b", new Counts(1000, 0)))).isEmpty();
  }

  @Test
  void equallyGoodOnesAreHardlyEverBehind() {
    SplittableRandom random = new SplittableRandom(1);
    int wrong = 0;
    for (int i = 0; i < 2_000; i++) {
      Map<String, Counts> counts = new HashMap<>();
      for (String carrier : List.of("a", "b")) {
        int typed = 0;
        for (int code = 0; code < 60; code++) {
          typed += random.nextDouble() < 0.5 ? 1 : 0;
        }
        counts.put(carrier, new Counts(60, typed));
      }
      wrong += behind(counts).isEmpty() ? 0 : 1;
    }
    assertThat(wrong).isLessThan(20);
  }

  private static List<String> behind(Map<String, Counts> counts) {
    return Conversion.behind(counts.keySet().stream().sorted().toList(), counts).stream()
        .map(Conversion.Behind::carrier)
        .toList();
  }
}
