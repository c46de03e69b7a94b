package io.tweestap.risk.jdbc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tweestap.risk.Counted;
import io.tweestap.risk.rule.Kind;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `fraud_count` as codes are sent.
@Repository
public class CountRows {
  private static final int DAYS = 14;
  private static final Duration WINDOW = Duration.ofHours(24);

  /// Counts the code and says what was counted before, in one statement. The row of this hour is
  /// locked by being counted up, so each of many at once sees another number. Where a block stands,
  /// nothing is counted, unless it is sent all the same; then a blocked prefix is not held against
  /// its country. Rows are locked in the order of their keys.
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
        SELECT count(*)::integer AS times
        FROM standing
        WHERE kind = 'prefix'
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

  /// Locks in the order of [#COUNT].
  private static final String TAKE_BACK =
      """
      WITH taken AS MATERIALIZED (
        SELECT tenant_id, kind, key, hour, country
        FROM fraud_count
        WHERE tenant_id = :tenant
          AND (kind, key) IN (SELECT * FROM unnest(:kinds, :keys))
          AND hour = :hour
          AND country = :country
        ORDER BY kind, key
        FOR UPDATE
      )
      UPDATE fraud_count AS counter
      SET sent = counter.sent - 1
      FROM taken
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
    Instant hour = hour(now);
    CountReader reader = new CountReader(Duration.between(hour, now));
    jdbc.sql(COUNT)
        .param("tenant", tenant.value())
        .param("kinds", kinds(counted))
        .param("keys", keys(counted))
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
        .param("kinds", kinds(counted))
        .param("keys", keys(counted))
        .param("country", counted.country())
        .param("hour", SqlTime.of(hour(at)))
        .update();
  }

  static Instant hour(Instant moment) {
    return moment.truncatedTo(ChronoUnit.HOURS);
  }

  /// Under which key a code is counted for a kind; empty where it is not.
  static List<byte[]> key(Counted counted, Kind kind) {
    return switch (kind) {
      case COUNTRY -> List.of(counted.country().getBytes(US_ASCII));
      case PREFIX -> List.of(counted.prefix());
      case SOURCE -> counted.source().map(List::of).orElse(List.of());
    };
  }

  private static SqlArrayValue kinds(Counted counted) {
    List<String> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      key(counted, kind).forEach(_ -> kinds.add(kind.text()));
    }
    return new SqlArrayValue("text", kinds.toArray());
  }

  private static SqlArrayValue keys(Counted counted) {
    List<byte[]> keys = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      keys.addAll(key(counted, kind));
    }
    return new SqlArrayValue("bytea", keys.toArray(byte[][]::new));
  }
}
