package io.tweestap.risk;

import io.tweestap.operations.Chore;
import io.tweestap.shared.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps what is usual for messages by day.
@Component
class RollUpMessages implements Chore {
  private static final Duration EVERY = Duration.ofMinutes(10);

  /// After a crash of the database the hours begin anew: a day never becomes less.
  private static final String DAYS_ACROSS_TENANTS =
      """
      INSERT INTO message_day AS usual (tenant_id, kind, key, day, sent)
      SELECT tenant_id, kind, key, CAST(hour AT TIME ZONE 'UTC' AS date), sum(sent)
      FROM message_velocity
      WHERE kind <> 'message_prefix'
        AND hour >= :yesterday
      GROUP BY tenant_id, kind, key, CAST(hour AT TIME ZONE 'UTC' AS date)
      ORDER BY tenant_id, kind, key, CAST(hour AT TIME ZONE 'UTC' AS date)
      ON CONFLICT (tenant_id, kind, key, day) DO UPDATE
      SET sent = greatest(usual.sent, excluded.sent)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  RollUpMessages(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "roll-up-messages";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run() {
    Instant yesterday = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS);
    jdbc.sql(DAYS_ACROSS_TENANTS).param("yesterday", SqlTime.of(yesterday)).update();
  }
}
