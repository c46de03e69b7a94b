package io.tweestap.delivery.receipt;

import io.tweestap.delivery.jdbc.ParkedRows;
import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import io.tweestap.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Looks once more at what was parked a short while ago, for nodes that died between parking a
/// receipt and looking for its message; and drops what nobody came for. Such are receipts of
/// messages that another program sent through the same account.
@Component
public class SettleParkedReceipts implements Chore {
  /// How long a receipt waits for its message: much longer than any answer takes.
  static final Duration KEEP = Duration.ofMinutes(10);

  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration LOOK_BACK = Duration.ofMinutes(3);
  private static final int BATCH = 500;

  private final ParkedRows parked;
  private final Receipts receipts;
  private final Clock clock;

  SettleParkedReceipts(ParkedRows parked, Receipts receipts, Clock clock) {
    this.parked = parked;
    this.receipts = receipts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "settle-parked-receipts";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    List<UUID> some = parked.after(Ids.lowest(now.minus(LOOK_BACK)), BATCH);
    while (!some.isEmpty()) {
      receipts.settleParked(some);
      some = parked.after(some.getLast(), BATCH);
    }
    Portions.untilDone(BATCH, () -> parked.purge(Ids.lowest(now.minus(KEEP)), BATCH));
  }
}
