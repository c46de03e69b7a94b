package io.tweestap.delivery;

import io.tweestap.credit.Fate;
import io.tweestap.credit.Fates;
import io.tweestap.delivery.jdbc.FateRows;
import io.tweestap.delivery.jdbc.FateRows.Found;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Tells what became of messages that are paid for.
@Component
class MessageFates implements Fates {
  /// A message that was withdrawn while a carrier was taking it still becomes accepted when that
  /// one answers; after this time it has.
  private static final Duration LATE_ANSWER = Duration.ofMinutes(2);

  private final FateRows rows;
  private final Clock clock;

  MessageFates(FateRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public Map<UUID, Fate> of(TenantId tenant, Collection<UUID> messages) {
    Instant late = clock.instant().minus(LATE_ANSWER);
    return rows.find(tenant, messages).stream()
        .collect(Collectors.toMap(Found::id, found -> fate(found, late)));
  }

  private static Fate fate(Found message, Instant late) {
    return switch (message.state()) {
      case QUEUED -> new Fate.Pending();
      case ACCEPTED, DELIVERED, PARTLY_DELIVERED, UNDELIVERED -> new Fate.Sent(message.parts());
      case FAILED, EXPIRED -> new Fate.NotSent();
      case CANCELED ->
          message.claimed() && message.finishedAt().isAfter(late)
              ? new Fate.Pending()
              : new Fate.NotSent();
    };
  }
}
