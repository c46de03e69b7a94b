package io.tweestap.delivery.web;

import io.tweestap.delivery.Price;
import io.tweestap.delivery.jdbc.MessageRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as the API shows it: its recipient masked, its text never.
///
/// @param about id of what caused it, such as a verification
/// @param to masked: `+31******78`
record MessageView(
    UUID id,
    UUID about,
    String state,
    String channel,
    String to,
    @Nullable String carrier,
    @Nullable String carrierMessageId,
    int attempts,
    @Nullable Integer parts,
    @Nullable PriceView price,
    @Nullable String lastError,
    Instant createdAt,
    @Nullable Instant nextAttemptAt,
    Instant expiresAt,
    @Nullable Instant finishedAt) {
  /// @param amount a decimal number as text, so that no reader rounds it
  record PriceView(String amount, String currency) {
    static PriceView of(Price price) {
      return new PriceView(plain(price.amount()), price.currency());
    }

    private static String plain(BigDecimal amount) {
      return amount.stripTrailingZeros().toPlainString();
    }
  }

  static MessageView of(MessageRecord message) {
    return new MessageView(
        message.id(),
        message.about(),
        message.state().text(),
        message.channel().text(),
        message.recipientMasked(),
        message.carrier(),
        message.carrierMessageId(),
        message.attempts(),
        message.parts(),
        message.price().map(PriceView::of).orElse(null),
        message.lastError(),
        message.createdAt(),
        message.nextAttemptAt(),
        message.expiresAt(),
        message.finishedAt());
  }
}
