package io.tweestap.delivery.web;

import io.tweestap.delivery.ClientNotes;
import io.tweestap.delivery.Price;
import io.tweestap.delivery.jdbc.MessageRecord;
import io.tweestap.delivery.jdbc.PartRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as the API shows it: its recipient masked, its text never.
///
/// @param about id of what caused it, such as a verification
/// @param batchId of the request that an application wrote it with; missing for all others
/// @param to masked: `+31******78`
/// @param receipts what the carrier reported about each part that it gave an id; none where it
///   gives none
/// @param timeline what happened to it, oldest first
/// @param reference the application's own name for it
/// @param metadata the application's own notes; missing where it wrote no message itself
/// @param learned what learning said to its first carrier, with its numbers; only for whoever runs
///   the installation, since they come from all tenants
record MessageView(
    UUID id,
    UUID about,
    @Nullable UUID batchId,
    @Nullable String reference,
    String state,
    String priority,
    String channel,
    String to,
    String sender,
    @Nullable String carrier,
    @Nullable String carrierMessageId,
    int attempts,
    @Nullable Integer parts,
    @Nullable PriceView price,
    @Nullable String lastError,
    Instant createdAt,
    @Nullable Instant sendAt,
    @Nullable Instant nextAttemptAt,
    Instant expiresAt,
    @Nullable Instant finishedAt,
    @Nullable Instant reportedAt,
    List<ReceiptView> receipts,
    List<Timeline.Entry> timeline,
    @Nullable Instant redactedAt,
    @Nullable Map<String, String> metadata,
    @Nullable LearnedView learned) {
  /// @param amount a decimal number as text, so that no reader rounds it
  record PriceView(String amount, String currency) {
    static PriceView of(Price price) {
      return new PriceView(plain(price.amount()), price.currency());
    }

    private static String plain(BigDecimal amount) {
      return amount.stripTrailingZeros().toPlainString();
    }
  }

  /// One part, see [PartRecord].
  record ReceiptView(
      int attempt,
      int part,
      @Nullable String carrierMessageId,
      String state,
      @Nullable String error,
      Instant acceptedAt,
      @Nullable Instant reportedAt,
      @Nullable Instant doneAt) {
    static ReceiptView of(PartRecord part) {
      return new ReceiptView(
          part.attempt(),
          part.part(),
          part.carrierMessageId(),
          part.state().text(),
          part.error(),
          part.acceptedAt(),
          part.reportedAt(),
          part.doneAt());
    }
  }

  static MessageView of(MessageRecord message, List<PartRecord> parts) {
    return new MessageView(
        message.id(),
        message.about(),
        message.batch().orElse(null),
        message.notes().flatMap(ClientNotes::reference).orElse(null),
        message.state().text(),
        message.priority().text(),
        message.channel().text(),
        message.recipientMasked(),
        message.sender(),
        message.carrier(),
        message.carrierMessageId(),
        message.attempts(),
        message.parts(),
        message.price().map(PriceView::of).orElse(null),
        message.lastError(),
        message.createdAt(),
        message.notes().flatMap(ClientNotes::sendAt).orElse(null),
        message.nextAttemptAt(),
        message.expiresAt(),
        message.finishedAt(),
        message.reportedAt(),
        parts.stream().map(ReceiptView::of).toList(),
        Timeline.of(message),
        message.redactedAt(),
        message.notes().map(ClientNotes::metadata).orElse(null),
        null);
  }

  /// The same with what learning said.
  MessageView with(LearnedView shown) {
    return new MessageView(
        id,
        about,
        batchId,
        reference,
        state,
        priority,
        channel,
        to,
        sender,
        carrier,
        carrierMessageId,
        attempts,
        parts,
        price,
        lastError,
        createdAt,
        sendAt,
        nextAttemptAt,
        expiresAt,
        finishedAt,
        reportedAt,
        receipts,
        timeline,
        redactedAt,
        metadata,
        shown);
  }
}
