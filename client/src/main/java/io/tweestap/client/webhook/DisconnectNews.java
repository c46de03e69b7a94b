package io.tweestap.client.webhook;

import io.tweestap.client.disconnect.DisconnectState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an event tells of a disconnect.
///
/// @param id of the disconnect
/// @param user your own reference of the user
/// @param state where a disconnect is
/// @param factorId the one factor; missing when it is about all
/// @param staff who of the staff it is
/// @param createdAt when it was asked for. RFC 3339, UTC.
/// @param expiresAt when it can no longer be agreed to. RFC 3339, UTC.
public record DisconnectNews(
    UUID id,
    String user,
    DisconnectState state,
    @Nullable UUID factorId,
    String staff,
    Instant createdAt,
    Instant expiresAt) {}
