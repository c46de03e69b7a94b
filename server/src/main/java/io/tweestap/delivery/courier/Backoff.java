package io.tweestap.delivery.courier;

import java.security.SecureRandom;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// How long to wait before the next try: 2, 4, 8 ... seconds, 10 minutes at most, each up to a
/// quarter longer by chance, so that messages that failed together do not come back together.
@Component
class Backoff {
  /// After so many tries a message has failed.
  static final int ATTEMPTS_MAX = 12;

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final Duration ASKED_LEAST = Duration.ofSeconds(1);
  private static final Duration ASKED_MOST = Duration.ofDays(2);

  private final SecureRandom random;

  Backoff(SecureRandom random) {
    this.random = random;
  }

  /// @param attempt the number of the try that failed, 1 or more
  Duration after(int attempt) {
    Duration plain = FIRST.multipliedBy(1L << Math.min(attempt - 1, 20));
    Duration wait = plain.compareTo(LONGEST) < 0 ? plain : LONGEST;
    return wait.plusMillis((long) (wait.toMillis() * 0.25 * random.nextDouble()));
  }

  /// A wait that a carrier asked for, within reason: neither at once again nor beyond every
  /// message.
  static Duration bounded(Duration asked) {
    Duration longer = asked.compareTo(ASKED_LEAST) < 0 ? ASKED_LEAST : asked;
    return longer.compareTo(ASKED_MOST) > 0 ? ASKED_MOST : longer;
  }
}
