package io.tweestap.operations;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Looks twice a second for something that has become due, for as long as the program runs: what
/// cannot wait for a [Chore]. On each node; what is due is taken by one of them in the database.
public class Watch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final Duration TO_FINISH = Duration.ofSeconds(10);

  private final String name;
  private final Runnable look;
  private volatile CountDownLatch end = new CountDownLatch(0);
  private volatile @Nullable Thread keeper;

  /// @param name for the log, such as `second tries`
  /// @param look does all that is due; what it throws is logged, and it is asked again
  protected Watch(String name, Runnable look) {
    this.name = name;
    this.look = look;
  }

  @Override
  public void start() {
    CountDownLatch mine = new CountDownLatch(1);
    end = mine;
    keeper = Thread.ofVirtual().name(name).start(() -> keep(mine));
  }

  /// Begins with nothing more; what it is doing at this moment is finished first.
  @Override
  public void stop() {
    end.countDown();
    Thread last = keeper;
    if (last == null) {
      return;
    }
    try {
      last.join(TO_FINISH);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return end.getCount() > 0;
  }

  private void keep(CountDownLatch mine) {
    try {
      while (!mine.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        lookOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookOnce() {
    try {
      look.run();
    } catch (RuntimeException e) {
      LOG.warn("{} could not be looked up: {}", name, e.getClass().getName());
    }
  }
}
