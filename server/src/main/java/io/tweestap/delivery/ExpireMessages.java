package io.tweestap.delivery;

import io.tweestap.delivery.jdbc.ExpireRows;
import io.tweestap.delivery.jdbc.Key;
import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Ends messages whose life was over before a carrier had a place for them, or whose channel no
/// carrier serves any more: their texts must not stay.
@Component
class ExpireMessages implements Chore {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final int BATCH = 1000;

  private final ExpireRows rows;
  private final MessageEvents events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ExpireMessages(
      ExpireRows rows, MessageEvents events, TransactionTemplate transaction, Clock clock) {
    this.rows = rows;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "expire-messages";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run() {
    Portions.untilDone(BATCH, () -> transaction.execute(_ -> expireSome()));
  }

  private int expireSome() {
    List<Key> expired = rows.expire(clock.instant(), BATCH);
    expired.forEach(key -> events.ended(key.tenant(), key.id(), MessageState.EXPIRED));
    return expired.size();
  }
}
