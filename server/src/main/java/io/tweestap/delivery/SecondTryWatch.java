package io.tweestap.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks twice a second for messages that a second carrier is to get.
@Component
class SecondTryWatch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(SecondTryWatch.class);
  private static final Duration LOOK = Duration.ofMillis(500);

  private final SecondTries tries;
  private volatile CountDownLatch stopped = new CountDownLatch(0);

  SecondTryWatch(SecondTries tries) {
    this.tries = tries;
  }

  @Override
  public void start() {
    CountDownLatch end = new CountDownLatch(1);
    stopped = end;
    Thread.ofVirtual().name("second-tries").start(() -> keep(end));
  }

  /// Begins with nothing more; what is on its way is finished first.
  @Override
  public void stop() {
    stopped.countDown();
    tries.join();
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }

  private void keep(CountDownLatch end) {
    try {
      while (!end.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      tries.run();
    } catch (RuntimeException e) {
      LOG.warn("second tries could not be begun: {}", e.getClass().getName());
    }
  }
}
