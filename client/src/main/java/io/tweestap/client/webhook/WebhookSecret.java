package io.tweestap.client.webhook;

import io.tweestap.client.Secret;
import java.time.Instant;

/// A secret just drawn.
///
/// @param secret the new key. Shown once.
/// @param oldSecretValidUntil until then the secret before signs beside it. RFC 3339, UTC.
public record WebhookSecret(Secret secret, Instant oldSecretValidUntil) {}
