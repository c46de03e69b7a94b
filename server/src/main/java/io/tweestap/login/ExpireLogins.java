package io.tweestap.login;

import io.tweestap.login.jdbc.LoginRows;
import io.tweestap.login.jdbc.LoginRows.Swept;
import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Ends logins whose time is over, so that somebody who guessed a few times and left is told of all
/// the same. An answer does not wait for it: it looks at the time itself.
@Component
class ExpireLogins implements Chore {
  private static final int BATCH = 200;

  private final LoginRows rows;
  private final LoginNews news;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ExpireLogins(LoginRows rows, LoginNews news, TransactionTemplate transaction, Clock clock) {
    this.rows = rows;
    this.news = news;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "expire-logins";
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
    List<Swept> expired = rows.expire(clock.instant(), BATCH);
    for (Swept one : expired) {
      rows.find(one.tenant(), one.id())
          .ifPresent(login -> news.ended(one.tenant(), login.visitedFrom(one.ip())));
    }
    return expired.size();
  }
}
