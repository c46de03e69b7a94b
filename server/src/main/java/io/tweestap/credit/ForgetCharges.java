package io.tweestap.credit;

import io.tweestap.credit.jdbc.OldCharges;
import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Removes charges that ended long ago. The ledger and the usage by day stay.
@Component
class ForgetCharges implements Chore {
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofDays(100);
  private static final int BATCH = 1000;

  private final OldCharges charges;
  private final Clock clock;

  ForgetCharges(OldCharges charges, Clock clock) {
    this.charges = charges;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "forget-charges";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run() {
    Portions.untilDone(BATCH, () -> charges.forget(clock.instant().minus(KEPT), BATCH));
  }
}
