package io.tweestap.inbound;

import io.tweestap.inbound.jdbc.PartRows;
import io.tweestap.inbound.jdbc.PartRows.Assembly;
import io.tweestap.operations.Chore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps what came of messages whose other parts were waited for long enough.
@Component
class GiveUpOnParts implements Chore {
  private static final Logger LOG = LoggerFactory.getLogger(GiveUpOnParts.class);
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final int BATCH = 200;

  private final PartRows rows;
  private final JoinParts parts;
  private final TransactionTemplate transaction;
  private final Duration within;
  private final Clock clock;

  GiveUpOnParts(
      PartRows rows,
      JoinParts parts,
      TransactionTemplate transaction,
      InboundProperties properties,
      Clock clock) {
    this.rows = rows;
    this.parts = parts;
    this.transaction = transaction;
    this.within = properties.partsWithin();
    this.clock = clock;
  }

  @Override
  public String name() {
    return "give-up-on-parts";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  /// Each message in a transaction of its own: a part that comes at this moment waits for one, and
  /// one that cannot be read is no reason to keep the others waiting.
  @Override
  public void run() {
    Instant latest = clock.instant().minus(within);
    List<Assembly> late = rows.before(latest, Assembly.FIRST, BATCH);
    while (!late.isEmpty()) {
      late.forEach(this::giveUp);
      late = rows.before(latest, late.getLast(), BATCH);
    }
  }

  private void giveUp(Assembly one) {
    try {
      transaction.executeWithoutResult(_ -> parts.giveUp(one.tenant(), one.hash()));
    } catch (RuntimeException e) {
      LOG.warn(
          "parts of a message to tenant {} are left for later: {}",
          one.tenant(),
          e.getClass().getSimpleName());
    }
  }
}
