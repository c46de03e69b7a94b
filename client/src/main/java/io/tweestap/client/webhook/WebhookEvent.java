package io.tweestap.client.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Something that happened, as its endpoints get it.
///
/// @param id of the event; the same in every attempt and replay, and in the header `webhook-id`
/// @param type what happened
/// @param timestamp when it happened. RFC 3339, UTC.
/// @param data what it is about: a verification for `verification.*`, a message for `message.*`, a
///   login for `login.*`, a disconnect for `disconnect.*`, a block for `fraud.*`, nothing for
///   `ping`. Never a code; phone numbers and mail addresses only masked. Fetch more with the API
///   where you need it.
/// @param deliveries what became of it, one entry per endpoint. Only when one event was asked for.
public record WebhookEvent(
    UUID id,
    String type,
    Instant timestamp,
    Map<String, Object> data,
    List<WebhookDelivery> deliveries) {
  /// What it is about.
  public News news() {
    return News.of(type, data);
  }
}
