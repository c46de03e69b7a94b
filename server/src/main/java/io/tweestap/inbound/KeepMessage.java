package io.tweestap.inbound;

import io.tweestap.inbound.jdbc.InboundRows;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Writes a message into the tenant's inbox.
@Component
class KeepMessage {
  private final InboundRows rows;
  private final Ids ids;
  private final Clock clock;

  KeepMessage(InboundRows rows, Ids ids, Clock clock) {
    this.rows = rows;
    this.ids = ids;
    this.clock = clock;
  }

  /// As part of the caller's transaction.
  void keep(TenantId tenant, WholeMessage message) {
    UUID id = ids.next();
    rows.insert(tenant, id, message, clock.instant());
  }
}
