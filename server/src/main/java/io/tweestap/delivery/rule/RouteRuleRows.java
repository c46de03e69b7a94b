package io.tweestap.delivery.rule;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Tables of rules, one row each.
@Repository
class RouteRuleRows {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String ALL_ACROSS_TENANTS =
      """
      SELECT rules
      FROM route_table
      ORDER BY tenant_id
      """;

  private static final String FIND =
      """
      SELECT version, rules
      FROM route_table
      WHERE tenant_id = :tenant
      """;

  private static final String FIRST =
      """
      INSERT INTO route_table (tenant_id, version, rules, updated_at)
      VALUES (:tenant, 1, CAST(:rules AS jsonb), :now)
      ON CONFLICT (tenant_id) DO NOTHING
      RETURNING version
      """;

  private static final String REPLACE =
      """
      UPDATE route_table
      SET version = version + 1, rules = CAST(:rules AS jsonb), updated_at = :now
      WHERE tenant_id = :tenant
        AND version = coalesce(:seen, version)
      RETURNING version
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  RouteRuleRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<RouteRule> all() {
    return jdbc.sql(ALL_ACROSS_TENANTS).query((row, _) -> rules(row)).list().stream()
        .flatMap(List::stream)
        .toList();
  }

  Optional<RouteTable> find(TenantId tenant) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .query((row, _) -> new RouteTable(row.getInt("version"), rules(row)))
        .optional();
  }

  /// @param seen the version that must still be there, 0 for none; null for any
  /// @return the new version; empty when another is there
  Optional<Integer> replace(TenantId tenant, @Nullable Integer seen, List<RouteRule> rules) {
    String json = JSON.writeValueAsString(rules);
    if (seen == null || seen == 0) {
      Optional<Integer> first = write(FIRST, tenant, seen, json);
      if (first.isPresent()) {
        return first;
      }
    }
    return write(REPLACE, tenant, seen, json);
  }

  private Optional<Integer> write(
      String statement, TenantId tenant, @Nullable Integer seen, String json) {
    JdbcClient.StatementSpec spec =
        jdbc.sql(statement)
            .param("tenant", tenant.value())
            .param("rules", json)
            .param("now", SqlTime.of(clock.instant()));
    if (statement.equals(REPLACE)) {
      spec = spec.param("seen", seen, Types.INTEGER);
    }
    return spec.query((row, _) -> row.getInt("version")).optional();
  }

  private static List<RouteRule> rules(ResultSet row) throws SQLException {
    return List.of(JSON.readValue(row.getString("rules"), RouteRule[].class));
  }
}
