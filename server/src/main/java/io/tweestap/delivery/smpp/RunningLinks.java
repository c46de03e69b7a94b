package io.tweestap.delivery.smpp;

import io.tweestap.delivery.CarrierSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The links of the database as they run on this node, which looks every two seconds what has
/// changed. Started before messages are looked for and ended after the last was handed over.
@Component
class RunningLinks implements SmartLifecycle, CarrierSource {
  private static final Logger LOG = LoggerFactory.getLogger(RunningLinks.class);
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final SmppLinkRows rows;
  private final Carriers carriers;
  private final Map<UUID, Running> running = new ConcurrentHashMap<>();
  private final List<Thread> closing = new ArrayList<>();
  private volatile CountDownLatch stopped = new CountDownLatch(0);

  private record Running(int version, boolean active, SmppCarrier carrier) {}

  RunningLinks(SmppLinkRows rows, Carriers carriers) {
    this.rows = rows;
    this.carriers = carriers;
  }

  @Override
  public Collection<SmppCarrier> carriers() {
    return running.values().stream().filter(Running::active).map(Running::carrier).toList();
  }

  int openBinds(UUID link) {
    Running one = running.get(link);
    return one == null ? 0 : one.carrier().openBinds();
  }

  @Override
  public void start() {
    CountDownLatch end = new CountDownLatch(1);
    stopped = end;
    Thread.ofVirtual().name("links").start(() -> keep(end));
  }

  @Override
  public synchronized void stop() {
    stopped.countDown();
    running.values().forEach(one -> close(one.carrier()));
    running.clear();
    for (Thread each : closing) {
      try {
        each.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }

  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
  }

  private void keep(CountDownLatch end) {
    try {
      do {
        look(end);
      } while (!end.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(CountDownLatch end) {
    try {
      follow(rows.all(), end);
    } catch (RuntimeException e) {
      LOG.warn("links could not be looked up: {}", e.getClass().getName());
    }
  }

  private synchronized void follow(List<StoredLink> stored, CountDownLatch end) {
    if (end.getCount() == 0) {
      return;
    }
    closing.removeIf(thread -> !thread.isAlive());
    Map<UUID, StoredLink> byId =
        stored.stream().collect(Collectors.toMap(StoredLink::id, Function.identity()));
    running.forEach((id, one) -> {
      StoredLink now = byId.get(id);
      if (now == null || now.version() != one.version()) {
        running.remove(id);
        close(one.carrier());
      }
    });
    stored.forEach(this::followOne);
  }

  /// A link that cannot be opened is no reason for another not to be.
  private void followOne(StoredLink link) {
    try {
      running.compute(
          link.id(),
          (_, one) ->
              new Running(
                  link.version(), link.active(), one == null ? opened(link) : one.carrier()));
    } catch (RuntimeException e) {
      LOG.warn("link {} could not be opened: {}", link.name(), e.getClass().getName());
    }
  }

  private SmppCarrier opened(StoredLink link) {
    String password = rows.password(link).orElseThrow();
    SmppCarrier carrier = carriers.make(link.settings(), password, Optional.of(link.tenant()));
    carrier.open();
    return carrier;
  }

  /// Unbinding waits for answers that are still to come.
  private void close(SmppCarrier carrier) {
    closing.add(Thread.ofVirtual().name("link-end").start(carrier::close));
  }
}
