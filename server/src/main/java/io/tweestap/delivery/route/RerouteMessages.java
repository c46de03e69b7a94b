package io.tweestap.delivery.route;

import io.tweestap.delivery.Doorbell;
import io.tweestap.delivery.Priority;
import io.tweestap.delivery.jdbc.RerouteRows;
import io.tweestap.operations.Portions;
import io.tweestap.shared.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes messages away from carriers that are down or gone, and gives them to those that come next,
/// codes first.
@Component
public class RerouteMessages {
  private static final Logger LOG = LoggerFactory.getLogger(RerouteMessages.class);
  private static final int BATCH = 500;

  /// One that no other carrier may have steps aside for so long, so that those behind it are seen.
  private static final Duration ASIDE = Duration.ofSeconds(5);

  private final RerouteRows rows;
  private final Routes routes;
  private final Doorbell doorbell;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RerouteMessages(
      RerouteRows rows,
      Routes routes,
      Doorbell doorbell,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.routes = routes;
    this.doorbell = doorbell;
    this.transaction = transaction;
    this.clock = clock;
  }

  public void run() {
    try {
      rows.routes().stream().filter(route -> !routes.isUp(route)).forEach(this::empty);
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("waiting messages could not be looked at: {}", e.getClass().getSimpleName());
    }
  }

  private void empty(String route) {
    for (Priority priority : Priority.values()) {
      for (Channel channel : Channel.values()) {
        if (routes.isServed(channel)) {
          Portions.untilDone(
              BATCH, () -> transaction.execute(_ -> moveSome(route, channel, priority)));
        }
      }
    }
  }

  private int moveSome(String route, Channel channel, Priority priority) {
    Instant now = clock.instant();
    List<RerouteRows.Waiting> waiting = rows.lock(route, channel, priority, now, BATCH);
    List<RerouteRows.Move> moves = new ArrayList<>();
    for (RerouteRows.Waiting message : waiting) {
      Route next = routes.next(RouteQuery.of(message), message.tries()).orElse(Route.NONE);
      boolean stays = next.carrier().equals(route) || next == Route.NONE;
      moves.add(
          new RerouteRows.Move(
              message,
              stays ? route : next.carrier(),
              next.reason(),
              stays ? now.plus(ASIDE) : now));
    }
    rows.move(moves, now);
    moves.stream().map(RerouteRows.Move::carrier).distinct().forEach(doorbell::ring);
    return waiting.size();
  }
}
