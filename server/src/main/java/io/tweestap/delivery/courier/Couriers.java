package io.tweestap.delivery.courier;

import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.Doorbell;
import io.tweestap.delivery.jdbc.OutboxRows;
import io.tweestap.delivery.route.CarrierHealth;
import io.tweestap.delivery.route.RerouteMessages;
import io.tweestap.delivery.route.Routes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// One courier per carrier, so that a slow carrier never holds up another. Carriers that come while
/// the program runs get theirs within half a second, and the messages of those that are down or
/// gone are given to others.
@Component
public class Couriers implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
  private static final Duration LOOK_AROUND = Duration.ofMillis(500);

  private final Routes routes;
  private final OutboxRows rows;
  private final DeliverDueMessages delivery;
  private final Doorbell doorbell;
  private final CarrierHealth health;
  private final RerouteMessages reroute;
  private final Clock clock;
  private final Map<Carrier, Courier> couriers = new HashMap<>();
  private final List<Courier> leaving = new ArrayList<>();
  private List<Thread> keepers = List.of();
  private volatile boolean running;

  Couriers(
      Routes routes,
      OutboxRows rows,
      DeliverDueMessages delivery,
      Doorbell doorbell,
      CarrierHealth health,
      RerouteMessages reroute,
      Clock clock) {
    this.routes = routes;
    this.rows = rows;
    this.delivery = delivery;
    this.doorbell = doorbell;
    this.health = health;
    this.reroute = reroute;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    doorbell.open();
    lookAround();
    keepers = List.of(Thread.ofVirtual().name("couriers").start(this::keep));
  }

  /// Ends the look-out; what is being handed over at this moment is finished first.
  @Override
  public void stop() {
    running = false;
    for (Thread keeper : keepers) {
      keeper.interrupt();
      join(keeper);
    }
    follow(Set.of());
    doorbell.ringAll();
    leaving.forEach(Courier::join);
    leaving.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void keep() {
    while (running) {
      try {
        doorbell.await(Set.of(), LOOK_AROUND);
        lookAround();
        reroute.run();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("carriers could not be looked at: {}", e.getClass().getName());
      }
    }
  }

  private void lookAround() {
    Collection<Carrier> carriers = routes.carriers();
    health.look(carriers);
    follow(carriers);
  }

  private synchronized void follow(Collection<Carrier> wanted) {
    couriers
        .entrySet()
        .removeIf(entry -> {
          boolean goes = !wanted.contains(entry.getKey());
          if (goes) {
            entry.getValue().stop();
            leaving.add(entry.getValue());
          }
          return goes;
        });
    leaving.removeIf(Courier::isOver);
    for (Carrier carrier : wanted) {
      couriers.computeIfAbsent(carrier, this::started);
    }
  }

  private Courier started(Carrier carrier) {
    Courier courier = new Courier(carrier, routes, rows, delivery, doorbell, clock);
    courier.start();
    return courier;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
