package io.tweestap.factor.bind;

import io.tweestap.factor.jdbc.SweepRows;
import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Deletes factors that were begun and never confirmed, and the records of those that ended a year
/// ago (PRV-3). Neither can be answered with, whether or not this has come by.
@Component
class ForgetFactors implements Chore {
  private static final Duration RECORD = Duration.ofDays(365);
  private static final int BATCH = 1000;

  private final SweepRows rows;
  private final Clock clock;

  ForgetFactors(SweepRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "forget-factors";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    Portions.untilDone(BATCH, () -> rows.forget(now, now.minus(RECORD), BATCH));
  }
}
