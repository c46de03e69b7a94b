package io.tweestap.client.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an event tells of a message that somebody sent. `toString` shows no number and no text.
///
/// @param id of the message
/// @param from who wrote it; masked once it was redacted
/// @param to your number that it was sent to
/// @param text What was written. Missing once it was redacted, and when it is longer than 10,000
///   characters.
/// @param parts in how many parts it was sent
/// @param complete whether all of them came in time
/// @param receivedAt When it was stored. RFC 3339, UTC.
public record InboundNews(
    UUID id,
    String from,
    String to,
    @Nullable String text,
    int parts,
    boolean complete,
    Instant receivedAt) {
  @Override
  public String toString() {
    return "InboundNews[" + id + "]";
  }
}
