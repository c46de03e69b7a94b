package io.tweestap.risk;

import io.tweestap.operations.Chore;
import io.tweestap.risk.rule.Block;
import io.tweestap.shared.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Deletes what the fraud guard looks at no more: hours after a day, days after two weeks, blocks a
/// day after their end.
@Component
class ForgetCounts implements Chore {
  private static final Duration HOURS_KEPT = Duration.ofHours(26);
  private static final int DAYS_KEPT = 15;

  private static final String HOURS_ACROSS_TENANTS =
      """
      DELETE FROM fraud_count
      WHERE hour < :before
      """;

  private static final String DAYS_ACROSS_TENANTS =
      """
      DELETE FROM fraud_day
      WHERE day < :before
      """;

  private static final String BLOCKS_ACROSS_TENANTS =
      """
      DELETE FROM fraud_block
      WHERE blocked_until < :before
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ForgetCounts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "forget-fraud-counts";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(30);
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    jdbc.sql(HOURS_ACROSS_TENANTS).param("before", SqlTime.of(now.minus(HOURS_KEPT))).update();
    jdbc.sql(DAYS_ACROSS_TENANTS)
        .param("before", now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(DAYS_KEPT))
        .update();
    jdbc.sql(BLOCKS_ACROSS_TENANTS)
        .param("before", SqlTime.of(now.minus(Block.REMEMBERED)))
        .update();
  }
}
