package io.tweestap.limit;

import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import io.tweestap.shared.SqlTime;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Deletes counters that have filled up again: no counter at all means the same.
@Component
class ForgetUnusedLimits implements Chore {
  private static final int BATCH = 5000;

  private static final String DELETE_ACROSS_TENANTS =
      """
      DELETE FROM rate_limit
      WHERE (tenant_id, name, key) IN (
        SELECT tenant_id, name, key
        FROM rate_limit
        WHERE full_at < :now
        LIMIT :rows
        FOR UPDATE SKIP LOCKED)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ForgetUnusedLimits(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "forget-unused-limits";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run() {
    Portions.untilDone(BATCH, this::deleteSome);
  }

  private int deleteSome() {
    return jdbc.sql(DELETE_ACROSS_TENANTS)
        .param("now", SqlTime.of(clock.instant()))
        .param("rows", BATCH)
        .update();
  }
}
