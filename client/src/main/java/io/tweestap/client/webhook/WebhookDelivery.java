package io.tweestap.client.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of an event at one endpoint.
///
/// @param endpointId of the endpoint
/// @param state where the delivery of an event to one endpoint stands
/// @param attempts how often it was tried
/// @param nextAttemptAt when it is tried again. RFC 3339, UTC.
/// @param lastAttemptAt when it was tried last. RFC 3339, UTC.
/// @param lastStatus HTTP status of the last answer
/// @param lastError why the last attempt failed
public record WebhookDelivery(
    UUID endpointId,
    DeliveryState state,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant lastAttemptAt,
    @Nullable Integer lastStatus,
    @Nullable String lastError) {}
