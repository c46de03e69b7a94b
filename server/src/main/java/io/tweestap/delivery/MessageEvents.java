package io.tweestap.delivery;

import io.tweestap.delivery.jdbc.AttemptResult;
import io.tweestap.delivery.jdbc.MessageRecord;
import io.tweestap.delivery.jdbc.MessageRecords;
import io.tweestap.shared.TenantId;
import io.tweestap.webhook.EventType;
import io.tweestap.webhook.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells the tenant's endpoints what became of a message, as part of the transaction that records
/// it. Costs nothing where nobody listens.
@Component
public class MessageEvents {
  /// What an event says: nothing of the text, the recipient masked.
  ///
  /// @param about id of the verification, or the batch, that the message belongs to
  /// @param reference the application's own name for a message that it wrote itself
  /// @param sequence grows with each change of the message's state: of two events of a message the
  ///   one with the higher number is the later, in whatever order they arrive
  /// @param changedAt when the message came into this state
  record Data(
      UUID id,
      UUID about,
      @Nullable String reference,
      String state,
      String channel,
      String to,
      @Nullable String carrier,
      int attempts,
      @Nullable Integer parts,
      @Nullable String lastError,
      int sequence,
      Instant changedAt) {
    static Data of(MessageRecord message) {
      return new Data(
          message.id(),
          message.about(),
          message.notes().flatMap(ClientNotes::reference).orElse(null),
          message.state().text(),
          message.channel().text(),
          message.recipientMasked(),
          message.carrier(),
          message.attempts(),
          message.parts(),
          message.lastError(),
          message.sequence(),
          message.changedAt());
    }
  }

  private final Webhooks webhooks;
  private final MessageRecords messages;

  MessageEvents(Webhooks webhooks, MessageRecords messages) {
    this.webhooks = webhooks;
    this.messages = messages;
  }

  /// Whether anybody wants to know how any of these ended.
  public boolean areWanted(List<AttemptResult> results) {
    return results.stream()
        .anyMatch(result ->
            type(result.state())
                .filter(type -> webhooks.isListening(result.message().tenant(), type))
                .isPresent());
  }

  /// Tells how a message ended; one that is to be tried again has not.
  public void ended(TenantId tenant, UUID id, MessageState state) {
    type(state)
        .filter(type -> webhooks.isListening(tenant, type))
        .ifPresent(type ->
            messages
                .find(tenant, id)
                .ifPresent(message -> webhooks.record(tenant, type, Data.of(message))));
  }

  private static Optional<EventType> type(MessageState state) {
    return switch (state) {
      case ACCEPTED -> Optional.of(EventType.MESSAGE_ACCEPTED);
      case FAILED -> Optional.of(EventType.MESSAGE_FAILED);
      case EXPIRED -> Optional.of(EventType.MESSAGE_EXPIRED);
      case DELIVERED -> Optional.of(EventType.MESSAGE_DELIVERED);
      case PARTLY_DELIVERED -> Optional.of(EventType.MESSAGE_PARTLY_DELIVERED);
      case UNDELIVERED -> Optional.of(EventType.MESSAGE_UNDELIVERED);
      case QUEUED, CANCELED -> Optional.empty();
    };
  }
}
