package io.tweestap.inbound;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the event `message.received` says. At rest it has neither text nor whole number; both are
/// put in when it is sent. `toString` shows none of it.
///
/// @param from whole when it is sent; masked at rest, and when it was redacted
/// @param text missing at rest, and when it was redacted
record InboundNews(
    UUID id,
    String from,
    String to,
    @Nullable String text,
    int parts,
    boolean complete,
    Instant receivedAt) {
  static InboundNews recorded(UUID id, WholeMessage message, Instant now) {
    return new InboundNews(
        id,
        Masked.of(message.from()),
        message.to(),
        null,
        message.parts().size(),
        message.parts().size() == message.partsReceived(),
        now);
  }

  static InboundNews sent(InboundMessage message, InboundMessage.Content content) {
    return new InboundNews(
        message.id(),
        content.from(),
        message.to(),
        content.text(),
        message.parts(),
        message.parts() == message.partsReceived(),
        message.receivedAt());
  }

  @Override
  public String toString() {
    return "InboundNews[" + id + "]";
  }
}
