package io.tweestap.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  @Test
  void elevenAttemptsSpread24Hours() {
    Duration total = Duration.ZERO;
    for (int attempts = 1; attempts <= 10; attempts++) {
      total = total.plus(RetrySchedule.after(attempts, fixed(0)).orElseThrow());
    }
    assertThat(total).isBetween(Duration.ofHours(24), Duration.ofHours(24).plusMinutes(10));
    assertThat(RetrySchedule.after(11, fixed(0))).isEmpty();
    assertThat(RetrySchedule.after(500, fixed(0))).isEmpty();
  }

  @Test
  void jitterAddsUpToATenth() {
    RandomGenerator random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      assertThat(RetrySchedule.after(4, random).orElseThrow())
          .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    }
  }

  @Test
  void waitsGrow() {
    for (int attempts = 2; attempts <= 10; attempts++) {
      assertThat(RetrySchedule.after(attempts, fixed(0)).orElseThrow())
          .isGreaterThan(RetrySchedule.after(attempts - 1, fixed(0)).orElseThrow());
    }
  }

  private static RandomGenerator fixed(long bits) {
    return () -> bits;
  }
}
