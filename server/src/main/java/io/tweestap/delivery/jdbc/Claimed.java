package io.tweestap.delivery.jdbc;

import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A message that this node has claimed, still sealed.
public record Claimed(
    TenantId tenant,
    UUID id,
    Channel channel,
    String hint,
    String sender,
    Locale locale,
    byte[] recipientSealed,
    byte[] contentSealed,
    int attempt,
    Instant expiresAt) {}
