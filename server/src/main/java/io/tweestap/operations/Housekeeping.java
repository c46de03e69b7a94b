package io.tweestap.operations;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs the chores of all rooms through db-scheduler: each on one node at a time, taken over by
/// another one when its node dies.
@Component
class Housekeeping implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final int AT_ONCE = 2;

  private final Scheduler scheduler;
  private volatile boolean running;

  Housekeeping(DataSource database, List<Chore> chores, Clock clock) {
    this.scheduler =
        Scheduler.create(database)
            .startTasks(chores.stream().map(Housekeeping::task).toList())
            .clock(clock::instant)
            .threads(AT_ONCE)
            .executorService(Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory()))
            .pollingInterval(Duration.ofSeconds(5))
            .heartbeatInterval(Duration.ofSeconds(30))
            .shutdownMaxWait(Duration.ofSeconds(10))
            .build();
  }

  private static RecurringTask<Void> task(Chore chore) {
    return Tasks.recurring(chore.name(), FixedDelay.of(chore.every()))
        .execute((_, _) -> {
          try {
            chore.run();
          } catch (RuntimeException e) {
            LOG.warn("the chore {} failed and will be tried again", chore.name(), e);
          }
        });
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    scheduler.stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
