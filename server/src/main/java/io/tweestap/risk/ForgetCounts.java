package io.tweestap.risk;

import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import io.tweestap.risk.rule.Block;
import io.tweestap.shared.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Deletes what the fraud guard looks at no more: hours of codes after a day, those of messages
/// after two, days after two weeks, blocks a day after their end.
@Component
class ForgetCounts implements Chore {
  private static final Duration CODES_KEPT = Duration.ofHours(26);
  private static final Duration MESSAGES_KEPT = Duration.ofHours(50);
  private static final int DAYS_KEPT = 15;
  private static final int BATCH = 5000;

  private static final String CODES_ACROSS_TENANTS =
      """
      DELETE FROM fraud_count
      WHERE (tenant_id, kind, key, hour, country) IN (
        SELECT tenant_id, kind, key, hour, country
        FROM fraud_count
        WHERE hour < :before
        LIMIT :rows
        FOR UPDATE SKIP LOCKED)
      """;

  private static final String DAYS_OF_CODES_ACROSS_TENANTS =
      """
      DELETE FROM fraud_day
      WHERE (tenant_id, country, day) IN (
        SELECT tenant_id, country, day
        FROM fraud_day
        WHERE day < :before
        LIMIT :rows
        FOR UPDATE SKIP LOCKED)
      """;

  private static final String MESSAGES_ACROSS_TENANTS =
      """
      DELETE FROM message_velocity
      WHERE (tenant_id, kind, key, hour) IN (
        SELECT tenant_id, kind, key, hour
        FROM message_velocity
        WHERE hour < :before
        LIMIT :rows
        FOR UPDATE SKIP LOCKED)
      """;

  private static final String DAYS_OF_MESSAGES_ACROSS_TENANTS =
      """
      DELETE FROM message_day
      WHERE (tenant_id, kind, key, day) IN (
        SELECT tenant_id, kind, key, day
        FROM message_day
        WHERE day < :before
        LIMIT :rows
        FOR UPDATE SKIP LOCKED)
      """;

  private static final String BLOCKS_ACROSS_TENANTS =
      """
      DELETE FROM fraud_block
      WHERE (tenant_id, kind, key) IN (
        SELECT tenant_id, kind, key
        FROM fraud_block
        WHERE blocked_until < :before
        LIMIT :rows
        FOR UPDATE SKIP LOCKED)
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
    LocalDate firstDay = now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(DAYS_KEPT);
    delete(CODES_ACROSS_TENANTS, SqlTime.of(now.minus(CODES_KEPT)));
    delete(DAYS_OF_CODES_ACROSS_TENANTS, firstDay);
    delete(MESSAGES_ACROSS_TENANTS, SqlTime.of(now.minus(MESSAGES_KEPT)));
    delete(DAYS_OF_MESSAGES_ACROSS_TENANTS, firstDay);
    delete(BLOCKS_ACROSS_TENANTS, SqlTime.of(now.minus(Block.REMEMBERED)));
  }

  private void delete(String sql, Object before) {
    Portions.untilDone(
        BATCH, () -> jdbc.sql(sql).param("before", before).param("rows", BATCH).update());
  }
}
