package io.tweestap.delivery;

import io.tweestap.delivery.jdbc.OutboxRows;
import io.tweestap.operations.Chore;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Ends messages whose life was over before a carrier had a place for them, or whose channel no
/// carrier serves any more: their texts must not stay.
@Component
class ExpireMessages implements Chore {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final int BATCH = 1000;

  private final OutboxRows rows;
  private final Clock clock;

  ExpireMessages(OutboxRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "expire-messages";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run() {
    int ended;
    do {
      ended = rows.expire(clock.instant(), BATCH);
    } while (ended == BATCH);
  }
}
