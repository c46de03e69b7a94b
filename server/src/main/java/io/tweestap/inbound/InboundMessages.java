package io.tweestap.inbound;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.inbound.jdbc.InboundRows;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The inbox of a tenant: what people wrote, 30 days long, and taken out earlier on request.
@Service
public class InboundMessages {
  private final InboundRows rows;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  InboundMessages(
      InboundRows rows, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
    this.rows = rows;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// One message of the tenant.
  public Optional<InboundMessage> find(TenantId tenant, UUID id) {
    return rows.find(tenant, id);
  }

  /// A page of the tenant's messages, newest first.
  public Page<InboundMessage> list(
      TenantId tenant, InboundFilter filter, Optional<Cursor> after, int size) {
    return Page.of(rows.list(tenant, filter, after, size + 1), size, InboundMessage::id);
  }

  /// Takes number and text out of a record.
  ///
  /// @return the record as it is now; empty when the tenant has none with this id
  public Optional<InboundMessage> redact(TenantId tenant, UUID id) {
    return transaction.execute(_ -> {
      if (rows.redact(tenant, id, clock.instant())) {
        audit.recordDone(tenant, AuditAction.INBOUND_REDACTED, Map.of("message", id.toString()));
      }
      return rows.find(tenant, id);
    });
  }
}
