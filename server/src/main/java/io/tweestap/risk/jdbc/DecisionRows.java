package io.tweestap.risk.jdbc;

import io.tweestap.risk.Decision;
import io.tweestap.risk.DecisionFilter;
import io.tweestap.risk.rule.Rule;
import io.tweestap.shared.Channel;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Ids;
import io.tweestap.shared.Page;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `fraud_decision`.
@Repository
public class DecisionRows {
  private static final String INSERT =
      """
      INSERT INTO fraud_decision
        (tenant_id, id, action, rule, count, threshold, blocked_until, opened_block, country,
        recipient_hint, channel, source_network)
      VALUES (:tenant, :id, :action, :rule, :count, :threshold, :blocked_until, :opened, :country,
        :to, :channel, :network)
      """;

  /// Ids sort by time, so a span of time is a span of ids; a condition that is null holds always.
  private static final String PAGE =
      """
      SELECT id, action, rule, count, threshold, 0 AS level, blocked_until, opened_block, country,
        recipient_hint, channel, source_network
      FROM fraud_decision
      WHERE tenant_id = :tenant
        AND id < CAST(:before AS uuid)
        AND (CAST(:after AS uuid) IS NULL OR id < CAST(:after AS uuid))
        AND id >= CAST(:since AS uuid)
        AND (CAST(:action AS text) IS NULL OR action = :action)
        AND (CAST(:rule AS text) IS NULL OR rule = :rule)
        AND (CAST(:country AS text) IS NULL OR country = :country)
      ORDER BY id DESC
      LIMIT :rows
      """;

  private static final UUID HIGHEST = new UUID(-1, -1);
  private static final UUID LOWEST = new UUID(0, 0);

  private final JdbcClient jdbc;

  DecisionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Writes a decision.
  public void insert(TenantId tenant, Decision decision) {
    jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("id", decision.id())
        .param("action", decision.action().text())
        .param("rule", decision.rule().text())
        .param("count", decision.block().breach().count())
        .param("threshold", decision.block().breach().threshold())
        .param("blocked_until", SqlTime.of(decision.block().until()))
        .param("opened", decision.opened())
        .param("country", decision.country())
        .param("to", decision.to())
        .param("channel", decision.channel().text())
        .param("network", decision.network().orElse(null))
        .update();
  }

  /// One page, newest first.
  public Page<Decision> page(TenantId tenant, DecisionFilter filter) {
    return Page.of(
        jdbc.sql(PAGE)
            .param("tenant", tenant.value())
            .param("before", filter.until().map(Ids::lowest).orElse(HIGHEST))
            .param("after", filter.after().map(Cursor::last).orElse(null))
            .param("since", filter.since().map(Ids::lowest).orElse(LOWEST))
            .param("action", filter.action().map(Decision.Action::text).orElse(null))
            .param("rule", filter.rule().map(Rule::text).orElse(null))
            .param("country", filter.country().orElse(null))
            .param("rows", filter.size() + 1)
            .query((row, _) -> decision(row))
            .list(),
        filter.size(),
        Decision::id);
  }

  private static Decision decision(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Decision(
        id,
        Decision.Action.of(row.getString("action")).orElseThrow(),
        CountReader.block(row),
        row.getBoolean("opened_block"),
        row.getString("country"),
        row.getString("recipient_hint"),
        Channel.of(row.getString("channel")).orElseThrow(),
        Optional.ofNullable(row.getString("source_network")),
        Ids.timeOf(id));
  }
}
