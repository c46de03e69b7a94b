package io.tweestap.inbound;

import io.tweestap.sms.ReceivedCoding;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that somebody sent. `toString` shows no number and no text.
///
/// @param content who wrote what; empty once it was redacted
/// @param to own number that it was sent to
/// @param carrierMessageId the carrier's own name for it; null where it has none
/// @param parts how many it was sent in
/// @param partsReceived fewer than `parts` when the others did not come in time
public record InboundMessage(
    UUID id,
    Optional<Content> content,
    String to,
    ReceivedCoding coding,
    String carrier,
    @Nullable String carrierMessageId,
    int parts,
    int partsReceived,
    Instant receivedAt,
    @Nullable Instant redactedAt) {
  /// Who wrote what. `toString` shows neither.
  ///
  /// @param from E.164 where it is a whole number; else as the carrier wrote it
  public record Content(String from, String text) {
    @Override
    public String toString() {
      return "Content[]";
    }
  }
}
