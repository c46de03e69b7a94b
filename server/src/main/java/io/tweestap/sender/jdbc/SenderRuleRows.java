package io.tweestap.sender.jdbc;

import io.tweestap.sender.SenderKind;
import io.tweestap.sender.SenderRule;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `sender_rule`: at most one for each country.
@Repository
public class SenderRuleRows {
  private static final String ALL =
      """
      SELECT country, kind, senders, replacement
      FROM sender_rule
      WHERE tenant_id = :tenant
      """;

  private static final String PUT =
      """
      INSERT INTO sender_rule (tenant_id, country, kind, senders, replacement, updated_at)
      VALUES (:tenant, :country, :kind, :senders, :replacement, :now)
      ON CONFLICT (tenant_id, country) DO UPDATE
      SET kind = excluded.kind, senders = excluded.senders, replacement = excluded.replacement,
        updated_at = excluded.updated_at
      """;

  private static final String DELETE =
      """
      DELETE FROM sender_rule
      WHERE tenant_id = :tenant
        AND country = :country
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  SenderRuleRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// The tenant's rules by country.
  public Map<String, SenderRule> all(TenantId tenant) {
    return jdbc
        .sql(ALL)
        .param("tenant", tenant.value())
        .query((row, _) -> rule(row))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableMap(SenderRule::country, Function.identity()));
  }

  /// Writes a rule in the place of the one for its country.
  public void put(TenantId tenant, SenderRule rule) {
    jdbc.sql(PUT)
        .param("tenant", tenant.value())
        .param("country", rule.country())
        .param("kind", rule.kind().text())
        .param("senders", new SqlArrayValue("text", rule.senders().toArray()))
        .param("replacement", rule.replacement().orElse(null))
        .param("now", SqlTime.of(clock.instant()))
        .update();
  }

  /// @return whether there was one
  public boolean delete(TenantId tenant, String country) {
    return jdbc.sql(DELETE).param("tenant", tenant.value()).param("country", country).update() == 1;
  }

  private static SenderRule rule(ResultSet row) throws SQLException {
    return new SenderRule(
        row.getString("country"),
        SenderKind.of(row.getString("kind")).orElseThrow(),
        List.of((String[]) row.getArray("senders").getArray()),
        Optional.ofNullable(row.getString("replacement")));
  }
}
