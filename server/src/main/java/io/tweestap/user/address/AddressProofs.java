package io.tweestap.user.address;

import io.tweestap.audit.AuditAction;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserAudit;
import io.tweestap.user.jdbc.AddressRows;
import io.tweestap.user.jdbc.StoredAddress;
import io.tweestap.verification.CheckOutcome;
import io.tweestap.verification.NewVerification;
import io.tweestap.verification.Purpose;
import io.tweestap.verification.StartOutcome;
import io.tweestap.verification.Verification;
import io.tweestap.verification.Verifications;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Proves by a code that a user reads what is sent to an address (REC-3). The code is a `contact`
/// verification of the room that knows how; which one it is stays in here.
@Service
public class AddressProofs {
  private final AddressRows rows;
  private final Verifications verifications;
  private final UserAudit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AddressProofs(
      AddressRows rows,
      Verifications verifications,
      UserAudit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.verifications = verifications;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Sends a code to the address. A verification of it that was under way before is withdrawn.
  ///
  /// @param channel empty: mail to a mail address, SMS to a number
  public ProofOutcome begin(TenantId tenant, User user, UUID id, Optional<Channel> channel) {
    Optional<StoredAddress> found = find(tenant, user, id);
    if (found.isEmpty()) {
      return new ProofOutcome.NotFound();
    }
    AddressKind kind = found.get().shown().kind();
    Channel by = channel.orElse(kind == AddressKind.EMAIL ? Channel.EMAIL : Channel.SMS);
    return kind.takes(by)
        ? begin(tenant, user, found.get(), by)
        : new ProofOutcome.OtherKind(kind, by);
  }

  private ProofOutcome begin(TenantId tenant, User user, StoredAddress address, Channel by) {
    StartOutcome outcome = verifications.start(tenant, asked(user, rows.open(tenant, address), by));
    if (!(outcome instanceof StartOutcome.Started(Verification started, _, _))) {
      return new ProofOutcome.NotSent(outcome);
    }
    address.verification().ifPresent(before -> verifications.cancel(tenant, before));
    return rows.begin(tenant, user.id().value(), address.shown().id(), started.id())
        ? new ProofOutcome.Begun(address.shown(), started)
        : new ProofOutcome.NotFound();
  }

  private static NewVerification asked(User user, String to, Channel by) {
    return new NewVerification(
        to,
        by,
        Purpose.CONTACT,
        Optional.of(user.locale()),
        NewVerification.CODE_LENGTH_DEFAULT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /// Compares a code; the right one proves the address. Not inside of a transaction: the comparison
  /// has one of its own.
  ///
  /// @param actor who hands the code in, for the audit
  public ProofOutcome confirm(TenantId tenant, User user, UUID id, String code, String actor) {
    Optional<UUID> underWay = find(tenant, user, id).flatMap(StoredAddress::verification);
    if (underWay.isEmpty()) {
      return new ProofOutcome.NotFound();
    }
    CheckOutcome outcome = verifications.check(tenant, underWay.get(), code, Optional.empty());
    return outcome instanceof CheckOutcome.Approved(UUID approved, Instant _)
        ? prove(tenant, user, id, approved, actor)
        : new ProofOutcome.NotAccepted(outcome);
  }

  private ProofOutcome prove(TenantId tenant, User user, UUID id, UUID approved, String actor) {
    return transaction.execute(_ -> {
      if (!rows.prove(tenant, user.id().value(), id, approved, clock.instant())) {
        return new ProofOutcome.Overtaken();
      }
      audit.record(tenant, AuditAction.ADDRESS_VERIFIED, user.pseudonym(), actor, Map.of());
      return find(tenant, user, id)
          .<ProofOutcome>map(proven -> new ProofOutcome.Proven(proven.shown()))
          .orElseGet(ProofOutcome.NotFound::new);
    });
  }

  private Optional<StoredAddress> find(TenantId tenant, User user, UUID id) {
    return rows.of(tenant, List.of(user.id().value())).stream()
        .filter(address -> address.shown().id().equals(id))
        .findFirst();
  }
}
