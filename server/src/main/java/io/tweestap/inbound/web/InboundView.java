package io.tweestap.inbound.web;

import io.tweestap.inbound.InboundMessage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message in as the API shows it. `toString` shows no number and no text.
///
/// @param from missing once it was redacted, as `text`
/// @param complete whether all parts came
record InboundView(
    UUID id,
    @Nullable String from,
    String to,
    @Nullable String text,
    String encoding,
    String carrier,
    @Nullable String carrierMessageId,
    int parts,
    int partsReceived,
    boolean complete,
    Instant receivedAt,
    @Nullable Instant redactedAt) {
  static InboundView of(InboundMessage message) {
    return new InboundView(
        message.id(),
        message.content().map(InboundMessage.Content::from).orElse(null),
        message.to(),
        message.content().map(InboundMessage.Content::text).orElse(null),
        message.coding().text(),
        message.carrier(),
        message.carrierMessageId(),
        message.parts(),
        message.partsReceived(),
        message.parts() == message.partsReceived(),
        message.receivedAt(),
        message.redactedAt());
  }

  @Override
  public String toString() {
    return "InboundView[" + id + "]";
  }
}
