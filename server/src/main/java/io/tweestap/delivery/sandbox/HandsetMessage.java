package io.tweestap.delivery.sandbox;

import io.tweestap.shared.Channel;
import java.time.Instant;
import java.util.UUID;

/// A message on a handset. `toString` shows neither recipient nor text.
///
/// @param id of this delivery; a message that was delivered twice has two
/// @param messageId the message in the outbox
/// @param to the whole number or mail address: the handset is a toy
record HandsetMessage(
    UUID id,
    UUID messageId,
    Channel channel,
    String to,
    String sender,
    String subject,
    String text,
    String locale,
    Instant createdAt) {
  @Override
  public String toString() {
    return "HandsetMessage[" + id + ", " + channel + "]";
  }
}
