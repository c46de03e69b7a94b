package io.tweestap.verification;

import io.tweestap.credit.Holding;
import io.tweestap.credit.Shortage;
import io.tweestap.risk.Counted;
import io.tweestap.shared.Channel;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.verification.CodeMessages.Composed;
import io.tweestap.verification.jdbc.NewRow;
import io.tweestap.verification.jdbc.Stored;
import io.tweestap.verification.jdbc.VerificationRows;
import io.tweestap.webhook.EventType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Draws a code and, in one transaction, writes its hash to the verification and the message with
/// it to the outbox. Nobody but the recipient ever sees the code.
@Component
class IssueCode {
  /// What became of a code.
  sealed interface Issue {}

  /// A code that is on its way.
  ///
  /// @param parts SMS parts of the message; 0 where nothing is sent
  record Issued(Verification verification, int parts) implements Issue {}

  /// The tenant's credit does not pay for it; nothing was written.
  record Unpaid(Shortage why) implements Issue {}

  /// Somebody else was faster, or the verification is over meanwhile.
  record Overtaken() implements Issue {}

  private final Codes codes;
  private final CodeMessages messages;
  private final VerificationRows rows;
  private final VerificationEvents events;
  private final TransactionTemplate transaction;
  private final Ids ids;
  private final Clock clock;

  IssueCode(
      Codes codes,
      CodeMessages messages,
      VerificationRows rows,
      VerificationEvents events,
      TransactionTemplate transaction,
      Ids ids,
      Clock clock) {
    this.codes = codes;
    this.messages = messages;
    this.rows = rows;
    this.events = events;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /// The first code of a new verification.
  ///
  /// @param counted what the fraud guard counted it under
  Issue first(
      TenantId tenant,
      TenantSettings settings,
      NewVerification asked,
      Recipient recipient,
      Optional<Counted> counted) {
    Verification begun =
        Verification.begin(ids.next(), clock.instant(), settings, asked, recipient);
    String code = draw(begun, recipient);
    NewRow row =
        new NewRow(
            begun,
            recipient,
            asked.details(),
            codes.hash(tenant, begun.id(), code),
            codes.hash(tenant, begun.id(), asked.details()),
            counted);
    Composed message = messages.compose(tenant, settings, begun, recipient, code, asked.details());
    return transaction.execute(_ -> {
      Holding holding = messages.hold(tenant, message);
      if (holding instanceof Holding.Refused(Shortage why)) {
        return new Unpaid(why);
      }
      rows.insert(tenant, row);
      events.started(tenant, begun);
      messages.send(tenant, message, holding);
      return new Issued(begun, message.parts());
    });
  }

  /// A new code in the old one's place; a message with the old one that has not left yet is
  /// withdrawn.
  ///
  /// @param with part of the same transaction; false undoes it all
  Issue again(
      TenantId tenant,
      TenantSettings settings,
      Stored stored,
      Recipient recipient,
      Channel by,
      BooleanSupplier with) {
    Instant now = clock.instant();
    Verification next = stored.verification().sentAgain(by, now);
    String code = draw(next, recipient);
    Composed message = messages.compose(tenant, settings, next, recipient, code, stored.details());
    return transaction.execute(status -> {
      Holding holding = messages.hold(tenant, message);
      if (holding instanceof Holding.Refused(Shortage why)) {
        return new Unpaid(why);
      }
      if (!rows.resend(
          tenant,
          next,
          codes.hash(tenant, next.id(), code),
          codes.hash(tenant, next.id(), stored.details()),
          now)) {
        messages.undo(tenant, holding);
        return new Overtaken();
      }
      if (!with.getAsBoolean()) {
        status.setRollbackOnly();
        return new Overtaken();
      }
      messages.withdraw(tenant, next.id());
      messages.send(tenant, message, holding);
      return new Issued(next, message.parts());
    });
  }

  /// Makes the code void; a message with it that has not left yet is withdrawn.
  ///
  /// @return whether it was still pending
  boolean cancel(TenantId tenant, UUID id) {
    return transaction.execute(_ -> {
      boolean canceled = rows.cancel(tenant, id, clock.instant());
      if (canceled) {
        messages.withdraw(tenant, id);
        events.ended(tenant, id, EventType.VERIFICATION_CANCELED);
      }
      return canceled;
    });
  }

  private String draw(Verification verification, Recipient recipient) {
    return recipient.isTest() ? recipient.testCode() : codes.draw(verification.codeLength());
  }
}
