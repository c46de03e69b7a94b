package io.tweestap.webhook.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tweestap.webhook.Delivery;
import io.tweestap.webhook.RecordedEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What recorded events look like.
final class EventViews {
  private EventViews() {}

  /// An event as its endpoints get it.
  ///
  /// @param deliveries only when one event was asked for
  record Shown(
      UUID id,
      String type,
      Instant timestamp,
      @JsonRawValue String data,
      @Nullable List<ShownDelivery> deliveries) {}

  /// What became of it at one endpoint.
  record ShownDelivery(
      UUID endpointId,
      String state,
      int attempts,
      @Nullable Instant nextAttemptAt,
      @Nullable Instant lastAttemptAt,
      @Nullable Integer lastStatus,
      @Nullable String lastError) {}

  /// Body of a replay; without an endpoint it goes to all that it was meant for.
  record Replay(@Nullable UUID endpointId) {}

  /// How many deliveries are due again.
  record Replayed(int deliveries) {}

  static Shown shown(RecordedEvent event, @Nullable List<Delivery> deliveries) {
    return new Shown(
        event.id(),
        event.type(),
        event.createdAt(),
        event.payload(),
        deliveries == null ? null : deliveries.stream().map(EventViews::shown).toList());
  }

  private static ShownDelivery shown(Delivery delivery) {
    return new ShownDelivery(
        delivery.endpointId(),
        delivery.state().text(),
        delivery.attempts(),
        delivery.nextAttemptAt(),
        delivery.lastAttemptAt(),
        delivery.lastStatus(),
        delivery.lastError());
  }
}
