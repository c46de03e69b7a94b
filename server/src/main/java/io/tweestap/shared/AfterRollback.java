package io.tweestap.shared;

import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// For what has to be kept although the transaction around it is rolled back, such as the record of
/// a refusal: whoever refuses a request with an `Idempotency-Key` undoes all that it wrote.
///
/// It is done again afterwards, on a thread of its own: within the transaction it would need a
/// second connection while the first is held, and many at once could wait for each other.
public final class AfterRollback {
  private static final Logger LOG = LoggerFactory.getLogger(AfterRollback.class);

  /// More than so many that wait for a connection are a flood; the rest of it is not kept.
  private static final Semaphore PLACES = new Semaphore(200);

  private AfterRollback() {}

  /// Does something again, soon, should the caller's transaction be rolled back. Does nothing where
  /// there is none, or where it is committed.
  ///
  /// @param what may be lost when the program dies; what it throws is logged
  public static void again(Runnable what) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new Again(what));
    }
  }

  private record Again(Runnable what) implements TransactionSynchronization {
    @Override
    public void afterCompletion(int status) {
      if (status == STATUS_COMMITTED) {
        return;
      }
      if (PLACES.tryAcquire()) {
        Thread.ofVirtual().name("after-rollback").start(this::run);
      } else {
        LOG.warn("too many refusals at once: one is not recorded");
      }
    }

    private void run() {
      try {
        what.run();
      } catch (RuntimeException e) {
        LOG.warn("a refusal was not recorded: {}", e.getClass().getName());
      } finally {
        PLACES.release();
      }
    }
  }
}
