package io.tweestap.webhook;

import io.tweestap.shared.Ids;
import io.tweestap.shared.Page;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Recorded events and what became of them; sends one again on request.
@Service
public class Events {
  private static final String PING_PAYLOAD = "{}";

  private final EventStore store;
  private final Wakeup wakeup;
  private final Ids ids;
  private final Clock clock;

  Events(EventStore store, Wakeup wakeup, Ids ids, Clock clock) {
    this.store = store;
    this.wakeup = wakeup;
    this.ids = ids;
    this.clock = clock;
  }

  public Page<RecordedEvent> list(TenantId tenant, EventQuery query) {
    return Page.of(store.list(tenant, query), query.size(), RecordedEvent::id);
  }

  public Optional<RecordedEvent> find(TenantId tenant, UUID event) {
    return store.find(tenant, event);
  }

  /// The event's deliveries, one per endpoint it was meant for.
  public List<Delivery> deliveries(TenantId tenant, UUID event) {
    return store.deliveries(tenant, event);
  }

  /// Sends an event again, whether or not it arrived before, under the same `webhook-id`.
  ///
  /// @param endpoint the one to send it to, also if it was not meant for it at first; null for all
  ///   that it was meant for. A delivery being attempted right now counts as replayed
  public ReplayOutcome replay(TenantId tenant, UUID event, @Nullable UUID endpoint) {
    int deliveries = store.replay(tenant, event, endpoint, clock.instant());
    if (deliveries > 0) {
      wakeup.afterCommit();
      return new ReplayOutcome.Replayed(deliveries);
    }
    return store.find(tenant, event).isPresent()
        ? new ReplayOutcome.NoEndpoint()
        : new ReplayOutcome.NotFound();
  }

  /// Sends a test event to one endpoint, whatever it subscribed to.
  ///
  /// @return the id of the event; empty when there is no such endpoint or it is disabled
  public Optional<UUID> ping(TenantId tenant, UUID endpoint) {
    NewEvent ping = new NewEvent(tenant, ids.next(), EventType.PING, PING_PAYLOAD, clock.instant());
    if (store.insertFor(endpoint, ping) == 0) {
      return Optional.empty();
    }
    wakeup.afterCommit();
    return Optional.of(ping.id());
  }
}
