package io.tweestap.optout;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditTrail;
import io.tweestap.delivery.Recalls;
import io.tweestap.optout.jdbc.AmongRows;
import io.tweestap.optout.jdbc.OptOutRows;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Ids;
import io.tweestap.shared.Page;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Who of a tenant's recipients wants no messages. Whatever is queued for them is withdrawn in the
/// same transaction.
@Service
public class OptOuts {
  /// Stands for every sender of the tenant.
  public static final String ALL_SENDERS = "*";

  private final OptOutRows rows;
  private final AmongRows among;
  private final Recalls recalls;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Ids ids;
  private final Clock clock;

  OptOuts(
      OptOutRows rows,
      AmongRows among,
      Recalls recalls,
      AuditTrail audit,
      TransactionTemplate transaction,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.among = among;
    this.recalls = recalls;
    this.audit = audit;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /// Numbers that a tenant wants to write to.
  public record Recipients(TenantId tenant, Set<PhoneNumber> numbers) {}

  /// Who of these want nothing, as it is in the database now.
  ///
  /// @param all of any number of tenants
  /// @return in the order of what was asked
  public List<OptedOut> among(List<Recipients> all) {
    return among.among(all);
  }

  /// A page of the tenant's opt-outs, newest first.
  ///
  /// @param of only those of this number
  public Page<OptOut> list(TenantId tenant, Optional<String> of, Optional<Cursor> after, int size) {
    return Page.of(rows.list(tenant, of, after, size + 1), size, OptOut::id);
  }

  public boolean exists(TenantId tenant, UUID id) {
    return rows.exists(tenant, id);
  }

  /// Enters one by hand; the same once more changes nothing.
  ///
  /// @param sender own number, or [#ALL_SENDERS]
  /// @return it, or the one that was there
  public OptOut add(TenantId tenant, PhoneNumber number, String sender) {
    return transaction.execute(_ -> {
      stop(tenant, number, sender, "client");
      return rows.find(tenant, number, sender).orElseThrow();
    });
  }

  /// Takes one away.
  ///
  /// @param reason in the words of whoever does it; stands in the audit trail
  /// @return whether there was one
  public boolean remove(TenantId tenant, UUID id, String reason) {
    return transaction.execute(_ -> {
      boolean removed = rows.remove(tenant, id);
      if (removed) {
        audit.recordDone(
            tenant,
            AuditAction.OPT_OUT_REMOVED,
            Map.of("opt_out", id.toString(), "reason", AuditEvent.words(reason)));
      }
      return removed;
    });
  }

  /// As part of the caller's transaction.
  ///
  /// @return whether it is new
  boolean stop(TenantId tenant, PhoneNumber number, String sender, String source) {
    UUID id = ids.next();
    boolean added = rows.add(tenant, id, number, sender, source, clock.instant());
    if (added) {
      audit.recordDone(
          tenant, AuditAction.OPT_OUT_ADDED, Map.of("opt_out", id.toString(), "source", source));
    }
    recalls.cancelTo(
        tenant, number, sender.equals(ALL_SENDERS) ? Optional.empty() : Optional.of(sender));
    return added;
  }

  /// Ends what STOP to this number began, and what was entered for all senders stays. As part of
  /// the caller's transaction.
  ///
  /// @return whether there was anything to end
  boolean start(TenantId tenant, PhoneNumber number, String sender) {
    boolean ended = rows.remove(tenant, number, sender);
    if (ended) {
      audit.recordDone(tenant, AuditAction.OPT_OUT_REMOVED, Map.of("source", "message"));
    }
    return ended;
  }
}
