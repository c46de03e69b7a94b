package io.tweestap.webhook;

import java.time.Instant;
import java.util.UUID;

/// An event as it is sent.
///
/// @param id also the `webhook-id` of every delivery
/// @param payload JSON, as sent
public record RecordedEvent(UUID id, String type, Instant createdAt, String payload) {}
