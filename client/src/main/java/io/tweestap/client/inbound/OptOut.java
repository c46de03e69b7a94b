package io.tweestap.client.inbound;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who wants no messages.
///
/// @param number masked
/// @param sender Your number that is not to send any more. Missing where it holds for all.
/// @param source `message`: said by STOP; `client`: entered by hand
/// @param createdAt since when. RFC 3339, UTC.
public record OptOut(
    UUID id, String number, @Nullable String sender, String source, Instant createdAt) {}
