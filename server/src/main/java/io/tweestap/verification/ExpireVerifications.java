package io.tweestap.verification;

import io.tweestap.operations.Chore;
import io.tweestap.verification.jdbc.ExpiryRows;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Ends verifications whose time is over, so that neither the hash of the code nor the address
/// stays (OOB-14). A check does not wait for it: it looks at the time itself.
@Component
class ExpireVerifications implements Chore {
  private static final int BATCH = 1000;

  private final ExpiryRows rows;
  private final Clock clock;

  ExpireVerifications(ExpiryRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "expire-verifications";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(15);
  }

  @Override
  public void run() {
    while (rows.expire(clock.instant(), BATCH) == BATCH) {
      continue;
    }
  }
}
