package io.tweestap.client.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// An event, as it arrives at your own system.
///
/// @param id the same each time it is sent: leave out what you have seen
/// @param type such as `login.passed`
/// @param timestamp when it happened
/// @param data what it is about, by the names of the API; see [#news]
public record Notice(UUID id, String type, Instant timestamp, Map<String, Object> data) {
  public Notice {
    Objects.requireNonNull(id);
    Objects.requireNonNull(type);
    Objects.requireNonNull(timestamp);
  }

  /// What it is about.
  public News news() {
    return News.of(type, data);
  }
}
