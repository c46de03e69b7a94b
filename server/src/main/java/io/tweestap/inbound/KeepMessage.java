package io.tweestap.inbound;

import io.tweestap.inbound.jdbc.InboundRows;
import io.tweestap.optout.Hear;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Writes a message into the tenant's inbox, does what STOP, START and HELP ask for, and sends it
/// on.
@Component
class KeepMessage {
  private final InboundRows rows;
  private final Hear hear;
  private final HandOn handOn;
  private final Ids ids;
  private final Clock clock;

  KeepMessage(InboundRows rows, Hear hear, HandOn handOn, Ids ids, Clock clock) {
    this.rows = rows;
    this.hear = hear;
    this.handOn = handOn;
    this.ids = ids;
    this.clock = clock;
  }

  /// As part of the caller's transaction.
  void keep(TenantId tenant, WholeMessage message) {
    UUID id = ids.next();
    Instant now = clock.instant();
    rows.insert(tenant, id, message, now);
    hear.hear(tenant, id, message.from(), message.to(), message.text());
    handOn.hand(tenant, id, message, now);
  }
}
