package io.tweestap.factor.ocra;

import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Deletes questions a day after their time was over. An answer looks at the time itself.
@Component
class ForgetQuestions implements Chore {
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int BATCH = 1000;

  private final OcraChallengeRows rows;
  private final Clock clock;

  ForgetQuestions(OcraChallengeRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "forget-ocra-questions";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run() {
    Instant before = clock.instant().minus(KEPT);
    Portions.untilDone(BATCH, () -> rows.deleteOld(before, BATCH));
  }
}
