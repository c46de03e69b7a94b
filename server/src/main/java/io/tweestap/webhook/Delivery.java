package io.tweestap.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One event on its way to one endpoint.
///
/// @param attempts begun since it was recorded or replayed
/// @param nextAttemptAt null once delivered or dead
/// @param lastStatus HTTP status of the last answer; null when there was none
/// @param lastError of [DeliveryError]; null when nothing failed last
public record Delivery(
    UUID endpointId,
    DeliveryState state,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant lastAttemptAt,
    @Nullable Integer lastStatus,
    @Nullable String lastError) {}
