package io.tweestap.delivery.secondtry;

import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.courier.DeliverDueMessages;
import io.tweestap.delivery.courier.JudgeTry;
import io.tweestap.delivery.jdbc.AttemptResult;
import io.tweestap.delivery.secondtry.TakeSecondTries.Taken;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Gives messages that a carrier took to the next one: those that no receipt ended in time, once,
/// and those that the carrier reports as lost; while they are worth it. The id stays, and so does
/// the state, until receipts of any try say more.
@Component
public class SecondTries {
  private static final Logger LOG = LoggerFactory.getLogger(SecondTries.class);
  private static final int PARALLEL_MAX = 50;

  private final TakeSecondTries due;
  private final DeliverDueMessages delivery;
  private final JudgeTry judge;
  private final SecondTryRecord record;
  private final Semaphore free = new Semaphore(PARALLEL_MAX);

  SecondTries(
      TakeSecondTries due, DeliverDueMessages delivery, JudgeTry judge, SecondTryRecord record) {
    this.due = due;
    this.delivery = delivery;
    this.judge = judge;
    this.record = record;
  }

  /// Begins with what is due; each goes out on a thread of its own.
  public void run() {
    for (Taken one : take()) {
      Thread.ofVirtual().name("second-" + one.message().id()).start(() -> handOver(one));
    }
  }

  /// Waits for what is on its way.
  public void join() {
    free.acquireUninterruptibly(PARALLEL_MAX);
    free.release(PARALLEL_MAX);
  }

  private List<Taken> take() {
    int places = free.drainPermits();
    List<Taken> taken = List.of();
    try {
      if (places > 0) {
        taken = due.take(places);
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("second tries could not be looked up: {}", e.getClass().getSimpleName());
    } finally {
      free.release(places - taken.size());
    }
    return taken;
  }

  private void handOver(Taken one) {
    try {
      HandOver answer = delivery.handOver(one.carrier(), one.message());
      AttemptResult result = judge.second(one.carrier(), one.message(), answer);
      record.write(result, one.route());
    } catch (RuntimeException e) {
      LOG.warn("the second try of {} was not recorded", one.message().id(), e);
    } finally {
      free.release();
    }
  }
}
