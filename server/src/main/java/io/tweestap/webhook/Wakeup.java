package io.tweestap.webhook;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells the sender of this node that something is due. Many signals before it looks count as one.
@Component
public class Wakeup {
  private final Semaphore signal = new Semaphore(0);

  /// Signals at once.
  public void now() {
    if (signal.availablePermits() == 0) {
      signal.release();
    }
  }

  /// Waits for a signal, at most this long.
  public void await(Duration atMost) throws InterruptedException {
    if (signal.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      signal.drainPermits();
    }
  }

  /// Signals once the caller's transaction is committed; at once when there is none.
  void afterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      now();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            now();
          }
        });
  }
}
