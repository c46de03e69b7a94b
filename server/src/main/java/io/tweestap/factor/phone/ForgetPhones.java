package io.tweestap.factor.phone;

import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Deletes what belongs to codes of two days ago, and numbers of phones that were never confirmed.
@Component
class ForgetPhones implements Chore {
  private static final Duration KEPT = Duration.ofDays(2);
  private static final int BATCH = 1000;

  /// Of a phone that was given up only this is left. One that is being written is not seen at all:
  /// its factor comes with the same commit.
  private static final String DELETE_UNBOUND_ACROSS_TENANTS =
      """
      DELETE FROM phone_line
      WHERE (tenant_id, id) IN (
        SELECT line.tenant_id, line.id
        FROM phone_line AS line
        WHERE NOT EXISTS (
          SELECT 1
          FROM factor
          WHERE factor.tenant_id = line.tenant_id
            AND factor.id = line.id
            AND factor.state <> 'removed')
        LIMIT :rows)
      """;

  private final PhoneChallengeRows challenges;
  private final JdbcClient jdbc;
  private final Clock clock;

  ForgetPhones(PhoneChallengeRows challenges, JdbcClient jdbc, Clock clock) {
    this.challenges = challenges;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "forget-phones";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(30);
  }

  @Override
  public void run() {
    Instant before = clock.instant().minus(KEPT);
    Portions.untilDone(BATCH, () -> challenges.deleteOld(before, BATCH));
    Portions.untilDone(BATCH, this::deleteUnbound);
  }

  private int deleteUnbound() {
    return jdbc.sql(DELETE_UNBOUND_ACROSS_TENANTS).param("rows", BATCH).update();
  }
}
