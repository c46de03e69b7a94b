package io.tweestap.risk.jdbc;

import io.tweestap.risk.rule.Block;
import io.tweestap.risk.rule.Kind;
import io.tweestap.risk.rule.Velocity.Sent;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `message_velocity`: messages of applications as they are sent.
@Repository
public class VelocityRows {
  private static final Duration WINDOW = Duration.ofHours(24);

  /// Counts and says what it came to, however many messages of however many tenants it holds: each
  /// row is locked by being counted up, so each of many at once sees another number. Rows are
  /// locked in the order of their keys.
  private static final String COUNT_ACROSS_TENANTS =
      """
      WITH asked AS MATERIALIZED (
        SELECT tenant_id, kind, key, sum(sent) AS sent
        FROM unnest(:tenants, :kinds, :keys, :sent) AS asked (tenant_id, kind, key, sent)
        GROUP BY tenant_id, kind, key
      ),
      counted AS (
        INSERT INTO message_velocity AS counter (tenant_id, kind, key, hour, sent)
        SELECT tenant_id, kind, key, :hour, sent
        FROM asked
        ORDER BY tenant_id, kind, key
        ON CONFLICT (tenant_id, kind, key, hour) DO UPDATE
        SET sent = counter.sent + excluded.sent
        RETURNING tenant_id, kind, key, hour, sent
      ),
      seen AS (
        SELECT before.tenant_id, before.kind, before.key, before.hour, before.sent
        FROM asked
        CROSS JOIN LATERAL (
          SELECT tenant_id, kind, key, hour, sent
          FROM message_velocity
          WHERE message_velocity.tenant_id = asked.tenant_id
            AND message_velocity.kind = asked.kind
            AND message_velocity.key = asked.key
            AND hour > :window
            AND hour < :hour
        ) AS before
        UNION ALL
        SELECT tenant_id, kind, key, hour, sent
        FROM counted
      )
      SELECT seen.tenant_id, seen.kind, seen.key, sum(seen.sent) AS day,
        coalesce(sum(seen.sent) FILTER (WHERE seen.hour = :hour), 0) AS now,
        coalesce(sum(seen.sent) FILTER (WHERE seen.hour = :hour_before), 0) AS before,
        max(block.rule) AS rule, max(block.count) AS count, max(block.threshold) AS threshold,
        max(block.level) AS level, max(block.blocked_until) AS blocked_until
      FROM seen
      LEFT JOIN fraud_block AS block ON block.tenant_id = seen.tenant_id
        AND block.kind = seen.kind
        AND block.key = seen.key
        AND block.blocked_until > :now
      GROUP BY seen.tenant_id, seen.kind, seen.key
      """;

  /// Locks in the order of the counting.
  private static final String TAKE_BACK =
      """
      WITH taken AS MATERIALIZED (
        SELECT counter.tenant_id, counter.kind, counter.key, counter.hour, asked.sent
        FROM message_velocity AS counter
        JOIN unnest(:kinds, :keys, :sent) AS asked (kind, key, sent)
          ON counter.kind = asked.kind AND counter.key = asked.key
        WHERE counter.tenant_id = :tenant
          AND counter.hour = :hour
        ORDER BY counter.kind, counter.key
        FOR UPDATE OF counter
      )
      UPDATE message_velocity AS counter
      SET sent = greatest(0, counter.sent - taken.sent)
      FROM taken
      WHERE counter.tenant_id = taken.tenant_id
        AND counter.kind = taken.kind
        AND counter.key = taken.key
        AND counter.hour = taken.hour
      """;

  private final JdbcClient jdbc;

  VelocityRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What messages are counted by; with value equality.
  ///
  /// @param hex the key's bytes
  public record Key(Kind kind, String hex) {
    public static Key of(Kind kind, byte[] key) {
      return new Key(kind, HexFormat.of().formatHex(key));
    }

    public byte[] bytes() {
      return HexFormat.of().parseHex(hex);
    }
  }

  /// A tenant's messages by key.
  public record Asked(TenantId tenant, Map<Key, Integer> messages) {}

  /// What a key came to.
  ///
  /// @param standing the block that stands against it
  public record Counted(Sent sent, Optional<Block> standing) {}

  private record Place(UUID tenant, Key key) {}

  /// Counts messages that are about to be sent.
  ///
  /// @return what the keys of each came to, in the order of what was asked
  public List<Map<Key, Counted>> count(List<Asked> asked, Instant now) {
    Instant hour = CountKeys.hour(now);
    double rest = 1 - Duration.between(hour, now).toMillis() / 3_600_000.0;
    List<VelocityLine> lines =
        asked.stream().flatMap(one -> VelocityLine.of(one).stream()).toList();
    Map<Place, Counted> counted = new HashMap<>();
    jdbc.sql(COUNT_ACROSS_TENANTS)
        .param("tenants", column("uuid", lines, VelocityLine::tenant))
        .params(columns(lines))
        .param("now", SqlTime.of(now))
        .param("hour", SqlTime.of(hour))
        .param("hour_before", SqlTime.of(hour.minus(1, ChronoUnit.HOURS)))
        .param("window", SqlTime.of(hour.minus(WINDOW)))
        .query(row -> {
          counted.put(
              new Place(row.getObject("tenant_id", UUID.class), key(row)), counted(row, rest));
        });
    return asked.stream().map(one -> of(one, counted)).toList();
  }

  /// Undoes the counting of messages that are not sent after all.
  ///
  /// @param at the moment they were counted at
  public void takeBack(Asked asked, Instant at) {
    jdbc.sql(TAKE_BACK)
        .param("tenant", asked.tenant().value())
        .params(columns(VelocityLine.of(asked)))
        .param("hour", SqlTime.of(CountKeys.hour(at)))
        .update();
  }

  private static Map<String, SqlArrayValue> columns(List<VelocityLine> lines) {
    return Map.of(
        "kinds", column("text", lines, VelocityLine::kind),
        "keys",
            new SqlArrayValue(
                "bytea", (Object[]) lines.stream().map(VelocityLine::key).toArray(byte[][]::new)),
        "sent", column("integer", lines, VelocityLine::sent));
  }

  private static SqlArrayValue column(
      String type, Collection<VelocityLine> lines, Function<VelocityLine, Object> value) {
    return new SqlArrayValue(type, lines.stream().map(value).toArray());
  }

  private static Map<Key, Counted> of(Asked asked, Map<Place, Counted> counted) {
    Map<Key, Counted> own = new HashMap<>();
    for (Key key : asked.messages().keySet()) {
      Counted one = counted.get(new Place(asked.tenant().value(), key));
      if (one != null) {
        own.put(key, one);
      }
    }
    return own;
  }

  static Key key(ResultSet row) throws SQLException {
    return Key.of(Kind.of(row.getString("kind")), row.getBytes("key"));
  }

  private static Counted counted(ResultSet row, double restOfHourBefore) throws SQLException {
    double hour = row.getLong("now") + restOfHourBefore * row.getLong("before");
    return new Counted(
        new Sent(hour, row.getLong("day")),
        row.getString("rule") == null ? Optional.empty() : Optional.of(CountReader.block(row)));
  }
}
