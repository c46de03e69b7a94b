package io.tweestap.delivery;

import io.tweestap.delivery.jdbc.Claimed;
import io.tweestap.delivery.jdbc.OutboxRows;
import io.tweestap.shared.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// One courier per carrier: looks for due messages of its channels, claims as many as the carrier
/// can take right now, and has each delivered on a virtual thread of its own. A slow carrier so
/// never holds up another. Channels of one carrier take turns in being first.
@Component
class Couriers implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
  private static final int CLAIM_MAX = 100;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final Routes routes;
  private final OutboxRows rows;
  private final DeliverDueMessages delivery;
  private final Doorbell doorbell;
  private final Clock clock;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  Couriers(
      Routes routes, OutboxRows rows, DeliverDueMessages delivery, Doorbell doorbell, Clock clock) {
    this.routes = routes;
    this.rows = rows;
    this.delivery = delivery;
    this.doorbell = doorbell;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    for (Carrier carrier : routes.carriers()) {
      threads.add(Thread.ofVirtual().name("courier-" + carrier.name()).start(() -> run(carrier)));
    }
  }

  /// Ends the look-out; what is being handed over at this moment is finished first.
  @Override
  public void stop() {
    running = false;
    doorbell.ringAll();
    threads.forEach(Couriers::join);
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run(Carrier carrier) {
    Semaphore free = new Semaphore(carrier.parallelMax());
    Set<Channel> channels = routes.channelsOf(carrier);
    BulkFloor floor = new BulkFloor();
    List<Channel> turns = new ArrayList<>(channels);
    while (running) {
      try {
        Collections.rotate(turns, 1);
        if (claimAndDeliver(carrier, turns, free, floor) == 0) {
          doorbell.await(channels, LOOK_AGAIN);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warn("courier {} could not look for messages: {}", carrier.name(), e.getMessage());
        pause(channels);
      }
    }
    free.acquireUninterruptibly(carrier.parallelMax());
  }

  private int claimAndDeliver(Carrier carrier, List<Channel> turns, Semaphore free, BulkFloor floor)
      throws InterruptedException {
    free.acquire();
    if (!running) {
      free.release();
      return 0;
    }
    int places = 1 + free.drainPermits();
    int batch = Math.min(places, CLAIM_MAX);
    List<Claimed> claimed = List.of();
    try {
      claimed = claim(turns, Math.min(batch, floor.due()), batch);
      floor.claimed(claimed.size());
    } finally {
      free.release(places - claimed.size());
    }
    for (Claimed message : claimed) {
      Thread.ofVirtual()
          .name("deliver-" + message.id())
          .start(() -> deliver(carrier, message, free));
    }
    return claimed.size();
  }

  /// Bulk messages' own places first, when it has any, and the most urgent messages into the rest.
  private List<Claimed> claim(List<Channel> channels, int bulk, int batch) {
    Instant now = clock.instant();
    Instant until = now.plus(Outbox.LEASE);
    if (bulk == 0) {
      return rows.claim(channels, Priority.CODE, now, until, batch);
    }
    List<Claimed> claimed = new ArrayList<>(rows.claim(channels, Priority.BULK, now, until, bulk));
    if (claimed.size() < batch) {
      claimed.addAll(rows.claim(channels, Priority.CODE, now, until, batch - claimed.size()));
    }
    return claimed;
  }

  private void deliver(Carrier carrier, Claimed message, Semaphore free) {
    try {
      delivery.deliver(carrier, message);
    } catch (RuntimeException e) {
      LOG.warn("message {} was not recorded and will be tried again", message.id(), e);
    } finally {
      free.release();
    }
  }

  private void pause(Set<Channel> channels) {
    try {
      doorbell.await(channels, LOOK_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(Outbox.LEASE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
