package io.tweestap.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.tweestap.delivery.jdbc.OutboxRows;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Ends messages whose life was over before a carrier had a place for them, or whose channel no
/// carrier serves any more: their texts must not stay.
@Configuration(proxyBeanMethods = false)
class ExpireMessages {
  private static final int EVERY_SECONDS = 60;
  private static final int BATCH = 1000;

  private final OutboxRows rows;
  private final Clock clock;

  ExpireMessages(OutboxRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Bean
  RecurringTask<Void> expireOutboxMessages() {
    return Tasks.recurring("expire-messages", FixedDelay.ofSeconds(EVERY_SECONDS))
        .execute((_, _) -> expireAll());
  }

  /// Works in bounded batches until none is left.
  void expireAll() {
    int ended;
    do {
      ended = rows.expire(clock.instant(), BATCH);
    } while (ended == BATCH);
  }
}
