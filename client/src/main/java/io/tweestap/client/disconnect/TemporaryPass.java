package io.tweestap.client.disconnect;

import io.tweestap.client.Secret;
import java.time.Instant;

/// A code that stands in for a factor once.
///
/// @param code told once
/// @param expiresAt when it ends. RFC 3339, UTC.
public record TemporaryPass(Secret code, Instant expiresAt) {}
