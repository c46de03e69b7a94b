package io.tweestap.webhook.send;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// When a failed delivery is tried again: eleven attempts over 24 hours, then never.
final class RetrySchedule {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(8).plusMinutes(20));

  /// A wait grows by up to this part of itself, so that what failed together does not come back
  /// together.
  private static final double JITTER = 0.1;

  private RetrySchedule() {}

  /// The wait after so many failed attempts (1 or more); empty when that was the last one.
  static Optional<Duration> after(int attempts, RandomGenerator random) {
    if (attempts > WAITS.size()) {
      return Optional.empty();
    }
    long millis = WAITS.get(attempts - 1).toMillis();
    return Optional.of(Duration.ofMillis(millis + (long) (millis * JITTER * random.nextDouble())));
  }
}
