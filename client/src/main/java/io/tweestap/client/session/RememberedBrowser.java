package io.tweestap.client.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A browser that is asked less often. Never its token.
///
/// @param id of the browser
/// @param userAgent as it was given when it was remembered
/// @param place the network that it was remembered from
/// @param createdAt when it was remembered. RFC 3339, UTC.
/// @param lastUsedAt when its token was last used. RFC 3339, UTC.
/// @param lastProofAt when a factor was last proven on it. RFC 3339, UTC.
/// @param expiresAt when it is forgotten. RFC 3339, UTC.
public record RememberedBrowser(
    UUID id,
    @Nullable String userAgent,
    @Nullable String place,
    Instant createdAt,
    Instant lastUsedAt,
    Instant lastProofAt,
    Instant expiresAt) {}
