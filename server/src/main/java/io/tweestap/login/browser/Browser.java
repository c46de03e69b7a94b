package io.tweestap.login.browser;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A browser that is remembered, as it may be shown.
///
/// @param userAgent as the application passed it on when the browser was remembered
/// @param place the network that it was remembered from, such as `203.0.113.0/24`
/// @param lastProofAt when a factor was last proven on this very browser
public record Browser(
    UUID id,
    Optional<String> userAgent,
    Optional<String> place,
    Instant createdAt,
    Instant lastUsedAt,
    Instant lastProofAt,
    Instant expiresAt) {}
