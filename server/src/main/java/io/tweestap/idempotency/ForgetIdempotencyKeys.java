package io.tweestap.idempotency;

import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import io.tweestap.shared.SqlTime;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Deletes what is remembered longer than a day.
@Component
class ForgetIdempotencyKeys implements Chore {
  private static final int BATCH = 1000;

  private static final String DELETE_ACROSS_TENANTS =
      """
      DELETE FROM idempotent_request
      WHERE (tenant_id, key) IN (
        SELECT tenant_id, key
        FROM idempotent_request
        WHERE created_at < :before
        LIMIT :rows
        FOR UPDATE SKIP LOCKED)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ForgetIdempotencyKeys(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "forget-idempotency-keys";
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
        .param("before", SqlTime.of(clock.instant().minus(IdempotentRequests.REMEMBERED)))
        .param("rows", BATCH)
        .update();
  }
}
