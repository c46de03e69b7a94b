package io.tweestap.policy.exemption;

import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import io.tweestap.policy.PolicyNews;
import io.tweestap.policy.jdbc.ExemptionChanges;
import io.tweestap.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Notes in the audit that exemptions ended by themselves. A decision does not wait for it: it
/// looks at the time itself.
@Component
class EndExemptions implements Chore {
  private static final int BATCH = 500;

  private final ExemptionChanges changes;
  private final Users users;
  private final PolicyNews news;
  private final TransactionTemplate transaction;
  private final Clock clock;

  EndExemptions(
      ExemptionChanges changes,
      Users users,
      PolicyNews news,
      TransactionTemplate transaction,
      Clock clock) {
    this.changes = changes;
    this.users = users;
    this.news = news;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "end-exemptions";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void run() {
    Portions.untilDone(BATCH, () -> transaction.execute(_ -> endSome()));
  }

  private int endSome() {
    List<ExemptionChanges.Ended> ended = changes.endPassed(clock.instant(), BATCH);
    for (ExemptionChanges.Ended one : ended) {
      users
          .find(one.tenant(), one.user())
          .ifPresent(user -> news.exemptionEnded(one.tenant(), user));
    }
    return ended.size();
  }
}
