package io.tweestap.risk.jdbc;

import io.tweestap.risk.Counted;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `fraud_count` as codes are sent.
@Repository
public class CountRows {
  private static final int DAYS = 14;
  private static final Duration WINDOW = Duration.ofHours(24);

  /// Counts the code and says what was counted before, in one statement. The row of this hour is
  /// locked by being counted up, so each of many at once sees another number. Where a block stands,
  /// nothing is counted, unless it is sent all the same. Of one prefix one open code an hour is
  /// held against its country, and of a blocked one none: more of them are the prefix's own affair.
  /// Rows are locked in the order of their keys.
  private static final String COUNT =
      """
      WITH asked AS (
        SELECT kind, key
        FROM unnest(:kinds, :keys) AS asked (kind, key)
      ),
      standing AS (
        SELECT block.kind, block.rule, block.count, block.threshold, block.level,
          block.blocked_until
        FROM fraud_block AS block
        JOIN asked ON block.kind = asked.kind AND block.key = asked.key
        WHERE block.tenant_id = :tenant
          AND block.blocked_until > :now
      ),
      contained AS (
        SELECT CASE
          WHEN EXISTS (SELECT 1 FROM standing WHERE kind = 'prefix') THEN 1
          WHEN EXISTS (
            SELECT 1
            FROM fraud_count AS held
            JOIN asked ON held.kind = asked.kind AND held.key = asked.key
            WHERE held.tenant_id = :tenant
              AND held.kind = 'prefix'
              AND held.hour = :hour
              AND held.country = :country
              AND held.sent - held.verified - held.excused - held.contained >= 1
          ) THEN 1
          ELSE 0
        END AS times
      ),
      counted AS (
        INSERT INTO fraud_count AS counter
          (tenant_id, kind, key, hour, country, sent, excused, contained)
        SELECT CAST(:tenant AS uuid), asked.kind, asked.key, :hour, :country, 1,
          CASE WHEN asked.kind = 'country' THEN contained.times ELSE 0 END,
          CASE WHEN asked.kind = 'prefix' THEN contained.times ELSE 0 END
        FROM asked, contained
        WHERE NOT :enforce OR NOT EXISTS (SELECT 1 FROM standing)
        ORDER BY asked.kind, asked.key
        ON CONFLICT (tenant_id, kind, key, hour, country) DO UPDATE
        SET sent = counter.sent + 1,
          excused = counter.excused + excluded.excused,
          contained = counter.contained + excluded.contained
        RETURNING kind, country, hour, sent, verified, excused
      ),
      seen AS (
        SELECT before.kind, before.country, before.hour, before.sent, before.verified,
          before.excused
        FROM fraud_count AS before
        JOIN asked ON before.kind = asked.kind AND before.key = asked.key
        WHERE before.tenant_id = :tenant
          AND before.hour > :window
          AND (before.hour < :hour OR before.country <> :country)
        UNION ALL
        SELECT kind, country, hour, sent, verified, excused
        FROM counted
      )
      SELECT kind, country, NULL AS rule, NULL AS count, NULL AS threshold, NULL AS level,
        NULL AS blocked_until,
        sum(sent - verified - excused) AS unverified,
        sum(sent - verified - excused) FILTER (WHERE hour = :hour) AS unverified_now,
        sum(sent - verified - excused) FILTER (WHERE hour = :hour_before) AS unverified_before,
        sum(verified) AS verified,
        sum(verified) FILTER (WHERE hour = :hour) AS verified_now,
        sum(verified) FILTER (WHERE hour = :hour_before) AS verified_before,
        CASE WHEN kind = 'country' THEN (
          SELECT max(usual.verified)
          FROM fraud_day AS usual
          WHERE usual.tenant_id = :tenant
            AND usual.country = :country
            AND usual.day >= :first_day
            AND usual.day < :today
        ) END AS best_day
      FROM seen
      GROUP BY kind, country
      UNION ALL
      SELECT kind, '', rule, count, threshold, level, blocked_until, 0, 0, 0, 0, 0, 0, 0
      FROM standing
      """;

  /// Locks in the order of [#COUNT]. A code that was not held against its country goes first.
  private static final String TAKE_BACK =
      """
      WITH taken AS MATERIALIZED (
        SELECT tenant_id, kind, key, hour, country, contained
        FROM fraud_count
        WHERE tenant_id = :tenant
          AND (kind, key) IN (SELECT * FROM unnest(:kinds, :keys))
          AND hour = :hour
          AND country = :country
        ORDER BY kind, key
        FOR UPDATE
      ),
      inside AS (
        SELECT coalesce(max(least(1, contained)), 0) AS times
        FROM taken
        WHERE kind = 'prefix'
      )
      UPDATE fraud_count AS counter
      SET sent = counter.sent - 1,
        excused = counter.excused
          - CASE WHEN counter.kind = 'country' THEN inside.times ELSE 0 END,
        contained = counter.contained
          - CASE WHEN counter.kind = 'prefix' THEN inside.times ELSE 0 END
      FROM taken, inside
      WHERE counter.tenant_id = taken.tenant_id
        AND counter.kind = taken.kind
        AND counter.key = taken.key
        AND counter.hour = taken.hour
        AND counter.country = taken.country
        AND counter.sent > 0
      """;

  private final JdbcClient jdbc;

  CountRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Counts a code that is about to be sent.
  ///
  /// @param enforce whether a standing block means that it is not sent, so not counted either
  public CountResult count(TenantId tenant, Counted counted, boolean enforce, Instant now) {
    Instant hour = CountKeys.hour(now);
    CountReader reader = new CountReader(Duration.between(hour, now));
    jdbc.sql(COUNT)
        .param("tenant", tenant.value())
        .param("kinds", CountKeys.kinds(counted))
        .param("keys", CountKeys.keys(counted))
        .param("country", counted.country())
        .param("enforce", enforce)
        .param("now", SqlTime.of(now))
        .param("hour", SqlTime.of(hour))
        .param("hour_before", SqlTime.of(hour.minus(1, ChronoUnit.HOURS)))
        .param("window", SqlTime.of(hour.minus(WINDOW)))
        .param("today", now.atOffset(ZoneOffset.UTC).toLocalDate())
        .param("first_day", now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(DAYS))
        .query(reader);
    return reader.result();
  }

  /// Undoes the counting of a code that is not sent after all.
  ///
  /// @param at the moment it was counted at
  public void takeBack(TenantId tenant, Counted counted, Instant at) {
    jdbc.sql(TAKE_BACK)
        .param("tenant", tenant.value())
        .param("kinds", CountKeys.kinds(counted))
        .param("keys", CountKeys.keys(counted))
        .param("country", counted.country())
        .param("hour", SqlTime.of(CountKeys.hour(at)))
        .update();
  }
}
