package io.tweestap.delivery;

import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A message as a carrier gets it. `toString` shows neither recipient nor text.
///
/// @param attempt 1 for the first try
public record OutgoingMessage(
    TenantId tenant,
    UUID id,
    Channel channel,
    String recipient,
    String sender,
    String subject,
    String text,
    Locale locale,
    int attempt,
    Instant expiresAt) {
  @Override
  public String toString() {
    return "OutgoingMessage[" + id + ", " + channel + ", attempt " + attempt + "]";
  }
}
