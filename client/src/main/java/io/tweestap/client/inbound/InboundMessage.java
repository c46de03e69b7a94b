package io.tweestap.client.inbound;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that somebody sent. `toString` shows no number and no text.
///
/// @param from Who wrote it: E.164 where the carrier gave a whole number. Missing once it was
///   redacted.
/// @param to your number that it was sent to
/// @param text What was written. `[...]` stands where a part never came. Missing once it was
///   redacted.
/// @param carrier name of the carrier that brought it
/// @param carrierMessageId The carrier's own name for it. Missing where it has none.
/// @param parts in how many parts it was sent
/// @param partsReceived how many of them came
/// @param complete whether all parts came before the time for that was over
/// @param receivedAt When it was stored. RFC 3339, UTC.
/// @param redactedAt When number and text were taken out of the record. Missing before that.
public record InboundMessage(
    UUID id,
    @Nullable String from,
    String to,
    @Nullable String text,
    InboundEncoding encoding,
    String carrier,
    @Nullable String carrierMessageId,
    int parts,
    int partsReceived,
    boolean complete,
    Instant receivedAt,
    @Nullable Instant redactedAt) {
  @Override
  public String toString() {
    return "InboundMessage[" + id + "]";
  }
}
