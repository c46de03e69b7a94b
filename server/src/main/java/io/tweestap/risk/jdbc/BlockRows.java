package io.tweestap.risk.jdbc;

import io.tweestap.risk.Counted;
import io.tweestap.risk.rule.Block;
import io.tweestap.risk.rule.Breach;
import io.tweestap.risk.rule.Kind;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `fraud_block`: one for each country, prefix and source that ever was blocked
/// and is not forgotten yet.
@Repository
public class BlockRows {
  /// Of many that break a rule at once one opens the block.
  private static final String OPEN =
      """
      INSERT INTO fraud_block AS block
        (tenant_id, kind, key, rule, count, threshold, level, blocked_until)
      VALUES (:tenant, :kind, :key, :rule, :count, :threshold, 0,
        :now + (CAST(:times AS interval[]))[1])
      ON CONFLICT (tenant_id, kind, key) DO UPDATE
      SET rule = excluded.rule,
        count = excluded.count,
        threshold = excluded.threshold,
        (level, blocked_until) = (
          SELECT next.level, :now + (CAST(:times AS interval[]))[next.level + 1]
          FROM (
            SELECT CASE
              WHEN block.blocked_until + CAST(:remembered AS interval) < :now THEN 0
              ELSE least(block.level + 1, cardinality(CAST(:times AS interval[])) - 1)
            END AS level
          ) AS next
        )
      WHERE block.blocked_until <= :now
      RETURNING rule, count, threshold, level, blocked_until
      """;

  private static final String FIND =
      """
      SELECT rule, count, threshold, level, blocked_until
      FROM fraud_block
      WHERE tenant_id = :tenant
        AND kind = :kind
        AND key = :key
      """;

  private static final String STANDING =
      """
      SELECT block.blocked_until
      FROM fraud_block AS block
      JOIN unnest(:kinds, :keys) AS asked (kind, key)
        ON block.kind = asked.kind AND block.key = asked.key
      WHERE block.tenant_id = :tenant
        AND block.blocked_until > :now
      ORDER BY block.blocked_until DESC
      LIMIT 1
      """;

  /// What a blocked prefix has brought is its own, no longer its country's.
  private static final String EXCUSE =
      """
      WITH inside AS MATERIALIZED (
        SELECT hour, sent - verified - excused - contained AS codes
        FROM fraud_count
        WHERE tenant_id = :tenant
          AND kind = 'prefix'
          AND key = :key
          AND country = :country
          AND sent > verified + excused + contained
      ),
      outside AS MATERIALIZED (
        SELECT counter.tenant_id, counter.kind, counter.key, counter.hour, counter.country
        FROM fraud_count AS counter
        JOIN inside ON inside.hour = counter.hour
        WHERE counter.tenant_id = :tenant
          AND counter.kind = 'country'
          AND counter.country = :country
        ORDER BY counter.hour
        FOR UPDATE OF counter
      )
      UPDATE fraud_count AS counter
      SET excused = counter.excused + inside.codes
      FROM outside
      JOIN inside ON inside.hour = outside.hour
      WHERE counter.tenant_id = outside.tenant_id
        AND counter.kind = outside.kind
        AND counter.key = outside.key
        AND counter.hour = outside.hour
        AND counter.country = outside.country
      """;

  private static final String CONTAIN =
      """
      WITH inside AS MATERIALIZED (
        SELECT tenant_id, kind, key, hour, country
        FROM fraud_count
        WHERE tenant_id = :tenant
          AND kind = 'prefix'
          AND key = :key
          AND country = :country
        ORDER BY hour
        FOR UPDATE
      )
      UPDATE fraud_count AS counter
      SET contained = greatest(counter.contained, counter.sent - counter.verified - counter.excused)
      FROM inside
      WHERE counter.tenant_id = inside.tenant_id
        AND counter.kind = inside.kind
        AND counter.key = inside.key
        AND counter.hour = inside.hour
        AND counter.country = inside.country
      """;

  private final JdbcClient jdbc;

  BlockRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Opens a block, for longer when another one ended shortly before.
  ///
  /// @return the block; empty when somebody else has just opened it
  public Optional<Block> open(TenantId tenant, Counted counted, Breach breach, Instant now) {
    return open(tenant, key(counted, breach), breach, now);
  }

  /// The same for what messages are counted by.
  public Optional<Block> open(TenantId tenant, VelocityRows.Key key, Breach breach, Instant now) {
    return statement(OPEN, tenant, key)
        .param("rule", breach.rule().text())
        .param("count", breach.count())
        .param("threshold", breach.threshold())
        .param("now", SqlTime.of(now))
        .param(
            "times",
            new SqlArrayValue("text", Block.TIMES.stream().map(Duration::toString).toArray()))
        .param("remembered", Block.REMEMBERED.toString())
        .query((row, _) -> CountReader.block(row))
        .optional();
  }

  /// The block of what a rule blocks.
  public Block find(TenantId tenant, Counted counted, Breach breach) {
    return find(tenant, key(counted, breach));
  }

  /// The block of what messages are counted by.
  public Block find(TenantId tenant, VelocityRows.Key key) {
    return statement(FIND, tenant, key).query((row, _) -> CountReader.block(row)).single();
  }

  /// Until when blocks stand in the way of a code; empty when none does.
  public Optional<Instant> standingUntil(TenantId tenant, Counted counted, Instant now) {
    return jdbc.sql(STANDING)
        .param("tenant", tenant.value())
        .param("kinds", CountKeys.kinds(counted))
        .param("keys", CountKeys.keys(counted))
        .param("now", SqlTime.of(now))
        .query((row, _) -> SqlTime.read(row, "blocked_until"))
        .optional();
  }

  /// Takes the unverified codes of a prefix off its country, each once.
  public void contain(TenantId tenant, Counted counted) {
    for (String sql : new String[] {EXCUSE, CONTAIN}) {
      jdbc.sql(sql)
          .param("tenant", tenant.value())
          .param("key", counted.prefix())
          .param("country", counted.country())
          .update();
    }
  }

  private static VelocityRows.Key key(Counted counted, Breach breach) {
    Kind kind = breach.rule().kind();
    return VelocityRows.Key.of(kind, CountKeys.key(counted, kind).getFirst());
  }

  private JdbcClient.StatementSpec statement(String sql, TenantId tenant, VelocityRows.Key key) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("kind", key.kind().text())
        .param("key", key.bytes());
  }
}
