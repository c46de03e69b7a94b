package io.tweestap.delivery;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.delivery.jdbc.MessageRecord;
import io.tweestap.delivery.jdbc.MessageRecords;
import io.tweestap.delivery.jdbc.RecallRows;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Withdraws messages of applications that no carrier has been offered, and takes what says
/// something of people out of the records of those that are over.
@Service
public class Recalls {
  private final RecallRows rows;
  private final MessageRecords messages;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Recalls(
      RecallRows rows,
      MessageRecords messages,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.messages = messages;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Withdraws one message, unless a node has claimed it to hand it over. One that waits for its
  /// next try can be withdrawn.
  public RecallOutcome cancel(TenantId tenant, UUID id) {
    rows.cancel(tenant, id, clock.instant());
    return outcome(
        tenant,
        id,
        message -> {
          if (message.notes().isEmpty()) {
            return new RecallOutcome.NotByClient();
          }
          return message.state() == MessageState.CANCELED
              ? new RecallOutcome.Done(message)
              : new RecallOutcome.TooLate(message.state());
        });
  }

  /// Withdraws what is left of a batch.
  ///
  /// @return how many messages it withdrew now
  public int cancelBatch(TenantId tenant, UUID batch) {
    return rows.cancelBatch(tenant, batch, clock.instant());
  }

  /// Withdraws what is queued for somebody who wants no more messages; codes stay. As part of the
  /// caller's transaction.
  ///
  /// @param sender a number: what has that sender, or a name; empty: whatever the sender
  public void cancelTo(TenantId tenant, PhoneNumber recipient, Optional<String> sender) {
    rows.cancelTo(tenant, recipient, sender, clock.instant());
  }

  /// Takes recipient, reference and notes out of a record. The text is gone already.
  public RecallOutcome redact(TenantId tenant, UUID id) {
    return transaction.execute(_ -> {
      if (rows.redact(tenant, id, clock.instant())) {
        audit.recordDone(tenant, AuditAction.MESSAGE_REDACTED, Map.of("message", id.toString()));
      }
      return outcome(
          tenant,
          id,
          message ->
              message.redactedAt() == null
                  ? new RecallOutcome.TooEarly()
                  : new RecallOutcome.Done(message));
    });
  }

  private RecallOutcome outcome(
      TenantId tenant, UUID id, Function<MessageRecord, RecallOutcome> judge) {
    return messages.find(tenant, id).map(judge).orElseGet(RecallOutcome.NotFound::new);
  }
}
