package io.tweestap.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a tenant wants events of some types sent.
///
/// @param enabled a disabled one gets nothing, and nothing is recorded for it
public record Endpoint(
    UUID id,
    String url,
    List<EventType> events,
    @Nullable String description,
    boolean enabled,
    Instant createdAt) {
  /// A tenant has at most so many (`webhook_endpoint_slot` in the database).
  public static final int MOST_PER_TENANT = 10;

  public Endpoint {
    events = List.copyOf(events);
  }
}
