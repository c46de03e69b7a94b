package io.tweestap.webhook.send;

import io.tweestap.webhook.Wakeup;
import io.tweestap.webhook.WebhookSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Sends what is due, for as long as the node runs: at once when something was recorded here, else
/// within the polling interval. Any number of nodes may do so on one database; a lease keeps each
/// attempt with one of them.
@Component
public class DeliverDueEvents implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(DeliverDueEvents.class);
  private static final int MOST_ENDPOINTS = 1000;

  private final DeliveryQueue queue;
  private final AttemptDelivery attempt;
  private final Wakeup wakeup;
  private final WebhookSettings settings;
  private final Clock clock;
  private final InFlight inFlight;
  private @Nullable ExecutorService threads;

  DeliverDueEvents(
      DeliveryQueue queue,
      AttemptDelivery attempt,
      Wakeup wakeup,
      WebhookSettings settings,
      Clock clock) {
    this.queue = queue;
    this.attempt = attempt;
    this.wakeup = wakeup;
    this.settings = settings;
    this.clock = clock;
    this.inFlight = new InFlight(settings);
  }

  @Override
  public synchronized void start() {
    ExecutorService started =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory());
    threads = started;
    started.execute(() -> loop(started));
  }

  /// Stops claiming and lets running attempts end.
  @Override
  public synchronized void stop() {
    ExecutorService stopping = threads;
    if (stopping == null) {
      return;
    }
    threads = null;
    stopping.shutdown();
    wakeup.now();
    try {
      if (!stopping.awaitTermination(settings.totalTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        stopping.shutdownNow();
      }
    } catch (InterruptedException _) {
      stopping.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return threads != null;
  }

  private void loop(ExecutorService started) {
    while (!started.isShutdown()) {
      try {
        claimDue(started);
        wakeup.await(settings.pollEvery());
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException e) {
        if (!started.isShutdown()) {
          log.warn("due webhooks could not be claimed; trying again", e);
          pause(started);
        }
      }
    }
  }

  private void claimDue(ExecutorService started) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<EndpointKey> due = queue.dueEndpoints(now, MOST_ENDPOINTS);
    Map<EndpointKey, Integer> room = inFlight.room(due);
    if (room.isEmpty()) {
      return;
    }
    for (Claimed claimed : queue.claim(room, now, now.plus(settings.lease()))) {
      inFlight.begin(claimed.endpoint());
      started.execute(() -> run(claimed));
    }
  }

  private void run(Claimed claimed) {
    boolean success = false;
    try {
      // A node that stood still since the claim leaves the delivery to whoever claims it next.
      if (clock.instant().plus(settings.totalTimeout()).isBefore(claimed.until())) {
        success = attempt.run(claimed);
      }
    } catch (RuntimeException e) {
      log.warn("webhook {} could not be attempted; its lease will end", claimed.event(), e);
    } finally {
      inFlight.end(claimed.endpoint(), success);
      wakeup.now();
    }
  }

  /// After trouble with the database: waits without looking at signals, so as not to hammer it.
  private void pause(ExecutorService started) {
    try {
      started.awaitTermination(settings.pollEvery().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
