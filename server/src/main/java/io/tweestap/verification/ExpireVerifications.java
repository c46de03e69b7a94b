package io.tweestap.verification;

import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import io.tweestap.verification.jdbc.ExpiryRows;
import io.tweestap.verification.jdbc.Key;
import io.tweestap.webhook.EventType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Ends verifications whose time is over, so that neither the hash of the code nor the address
/// stays (OOB-14). A check does not wait for it: it looks at the time itself.
@Component
class ExpireVerifications implements Chore {
  private static final int BATCH = 1000;

  private final ExpiryRows rows;
  private final VerificationEvents events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ExpireVerifications(
      ExpiryRows rows, VerificationEvents events, TransactionTemplate transaction, Clock clock) {
    this.rows = rows;
    this.events = events;
    this.transaction = transaction;
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
    Portions.untilDone(BATCH, () -> transaction.execute(_ -> expireSome()));
  }

  private int expireSome() {
    List<Key> expired = rows.expire(clock.instant(), BATCH);
    expired.forEach(key -> events.ended(key.tenant(), key.id(), EventType.VERIFICATION_EXPIRED));
    return expired.size();
  }
}
