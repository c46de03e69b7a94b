package io.tweestap.delivery.courier;

import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.Doorbell;
import io.tweestap.delivery.Outbox;
import io.tweestap.delivery.Priority;
import io.tweestap.delivery.jdbc.AttemptResult;
import io.tweestap.delivery.jdbc.Claimed;
import io.tweestap.delivery.jdbc.OutboxRows;
import io.tweestap.delivery.route.Routes;
import io.tweestap.shared.Channel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for due messages for one carrier, claims as many as it can take right now, and has each
/// delivered on a virtual thread of its own.
final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final Duration NOT_READY = Duration.ofMillis(50);

  private final Carrier carrier;
  private final Routes routes;
  private final OutboxRows rows;
  private final DeliverDueMessages delivery;
  private final Doorbell doorbell;
  private final Clock clock;
  private final Places places;
  private final BulkFloor floor = new BulkFloor();
  private final Thread thread;
  private int round;
  private volatile boolean running = true;

  Courier(
      Carrier carrier,
      Routes routes,
      OutboxRows rows,
      DeliverDueMessages delivery,
      Doorbell doorbell,
      Clock clock) {
    this.carrier = carrier;
    this.routes = routes;
    this.rows = rows;
    this.delivery = delivery;
    this.doorbell = doorbell;
    this.clock = clock;
    this.places = new Places(carrier.parallelMax());
    this.thread = Thread.ofVirtual().name("courier-" + carrier.name()).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// Claims nothing more. The doorbell wakes it where it waits.
  void stop() {
    running = false;
  }

  /// Waits until what is being handed over at this moment is finished, no longer than a claim
  /// lasts.
  void join() {
    try {
      thread.join(Outbox.LEASE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether it was stopped and has nothing left to do.
  boolean isOver() {
    return !thread.isAlive();
  }

  private void run() {
    while (running) {
      Set<Channel> channels = routes.channelsOf(carrier);
      try {
        if (channels.isEmpty() || !carrier.isReady()) {
          doorbell.await(Set.of(), NOT_READY);
        } else if (claimAndDeliver(inTurns(channels)) == 0) {
          doorbell.await(Set.of(carrier.name()), LOOK_AGAIN);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warn("courier {} could not look for messages: {}", carrier.name(), e.getMessage());
        pause();
      }
    }
    places.close();
  }

  /// Each time another channel first.
  private List<Channel> inTurns(Set<Channel> channels) {
    List<Channel> turns = new ArrayList<>(channels);
    Collections.sort(turns);
    Collections.rotate(turns, round++);
    return turns;
  }

  private int claimAndDeliver(List<Channel> turns) throws InterruptedException {
    int free = places.await();
    if (!running) {
      places.giveBack(free);
      return 0;
    }
    int batch = Math.min(free, OutboxRows.CLAIM_MAX);
    List<Claimed> claimed = List.of();
    try {
      claimed = claim(turns, Math.min(batch, floor.due()), batch);
      floor.claimed(claimed.size());
    } finally {
      places.giveBack(free - claimed.size());
    }
    for (Claimed message : claimed) {
      Thread.ofVirtual().name("deliver-" + message.id()).start(() -> deliver(message));
    }
    return claimed.size();
  }

  /// Bulk messages' own places first, when it has any, and the most urgent messages into the rest.
  private List<Claimed> claim(List<Channel> channels, int bulk, int batch) {
    if (bulk == 0) {
      return claim(channels, Priority.CODE, batch);
    }
    List<Claimed> claimed = new ArrayList<>(claim(channels, Priority.BULK, bulk));
    if (claimed.size() < batch) {
      claimed.addAll(claim(channels, Priority.CODE, batch - claimed.size()));
    }
    return claimed;
  }

  private List<Claimed> claim(List<Channel> channels, Priority from, int batch) {
    return rows.claim(carrier.name(), channels, from, clock.instant(), batch);
  }

  private void deliver(Claimed message) {
    try {
      delivery.record(attempt(message));
    } catch (RuntimeException e) {
      LOG.warn("message {} was not recorded and will be tried again", message.id(), e);
    } finally {
      places.written();
    }
  }

  private AttemptResult attempt(Claimed message) {
    try {
      return delivery.attempt(carrier, message);
    } finally {
      places.answered();
    }
  }

  private void pause() {
    try {
      doorbell.await(Set.of(), LOOK_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
