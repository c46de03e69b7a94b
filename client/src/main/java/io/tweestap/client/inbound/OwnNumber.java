package io.tweestap.client.inbound;

import java.time.Instant;
import java.util.UUID;

/// A number that people write to.
///
/// @param number with `+` and country code, or a short number
/// @param tenantId the tenant that gets the messages
/// @param createdAt When it was first given out. RFC 3339, UTC.
public record OwnNumber(String number, UUID tenantId, Instant createdAt) {}
