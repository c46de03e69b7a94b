package io.tweestap.login.browser;

import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Deletes browsers whose time is over; nobody recognizes them before that either.
@Component
class ForgetExpiredBrowsers implements Chore {
  private static final int BATCH = 1000;

  private final BrowserRows rows;
  private final Clock clock;

  ForgetExpiredBrowsers(BrowserRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "forget-expired-browsers";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run() {
    Portions.untilDone(BATCH, () -> rows.deleteExpired(clock.instant(), BATCH));
  }
}
