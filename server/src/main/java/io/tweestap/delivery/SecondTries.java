package io.tweestap.delivery;

import io.tweestap.delivery.jdbc.AttemptResult;
import io.tweestap.delivery.jdbc.Claimed;
import io.tweestap.delivery.jdbc.SecondTryRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives messages that a carrier took and that no receipt ended in time to the next carrier: once,
/// while they are worth it. The id stays, and so does the state, until receipts of either try say
/// more.
@Component
class SecondTries {
  private static final Logger LOG = LoggerFactory.getLogger(SecondTries.class);
  private static final int PARALLEL_MAX = 50;
  private static final Duration LATER = Duration.ofSeconds(1);

  private final SecondTryRows rows;
  private final Routes routes;
  private final Wanted wanted;
  private final DeliverDueMessages delivery;
  private final JudgeTry judge;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Semaphore free = new Semaphore(PARALLEL_MAX);

  SecondTries(
      SecondTryRows rows,
      Routes routes,
      Wanted wanted,
      DeliverDueMessages delivery,
      JudgeTry judge,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.routes = routes;
    this.wanted = wanted;
    this.delivery = delivery;
    this.judge = judge;
    this.transaction = transaction;
    this.clock = clock;
  }

  private record Taken(Claimed message, Carrier carrier, Route route) {}

  /// Begins with what is due; each goes out on a thread of its own.
  void run() {
    for (Taken one : take()) {
      Thread.ofVirtual().name("second-" + one.message().id()).start(() -> handOver(one));
    }
  }

  /// Waits for what is on its way.
  void join() {
    free.acquireUninterruptibly(PARALLEL_MAX);
    free.release(PARALLEL_MAX);
  }

  private List<Taken> take() {
    int places = free.drainPermits();
    List<Taken> taken = List.of();
    try {
      if (places > 0) {
        taken = transaction.execute(_ -> takeSome(places));
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("second tries could not be looked up: {}", e.getClass().getSimpleName());
    } finally {
      free.release(places - taken.size());
    }
    return taken;
  }

  private List<Taken> takeSome(int batch) {
    Instant now = clock.instant();
    List<Taken> taken = new ArrayList<>();
    for (SecondTryRows.Due due : rows.lock(now, batch)) {
      Claimed message = due.message();
      Optional<Route> route = routes.second(RouteQuery.of(message), message.tries());
      if (due.abandoned()
          || route.isEmpty()
          || !message.expiresAt().isAfter(now)
          || !wanted.isWanted(message.tenant(), due.about())) {
        rows.end(message);
        continue;
      }
      Optional<Carrier> here = routes.here(route.get().carrier()).filter(Carrier::isReady);
      if (here.isPresent()) {
        rows.take(message, now);
        taken.add(new Taken(message, here.get(), route.get()));
      } else {
        rows.postpone(message, now.plus(LATER));
      }
    }
    return taken;
  }

  private void handOver(Taken one) {
    try {
      HandOver answer = delivery.handOver(one.carrier(), one.message());
      AttemptResult result = judge.second(one.carrier(), one.message(), answer);
      rows.record(result, one.route(), clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("the second try of {} was not recorded", one.message().id(), e);
    } finally {
      free.release();
    }
  }
}
