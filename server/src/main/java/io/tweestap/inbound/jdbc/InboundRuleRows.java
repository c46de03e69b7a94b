package io.tweestap.inbound.jdbc;

import io.tweestap.inbound.InboundRule;
import io.tweestap.inbound.InboundTarget;
import io.tweestap.shared.EmailAddress;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The rows of table `inbound_settings`: the rules of a tenant, in their order.
@Repository
public class InboundRuleRows {
  private static final String ALL =
      """
      SELECT rules::text
      FROM inbound_settings
      WHERE tenant_id = :tenant
      """;

  private static final String PUT =
      """
      INSERT INTO inbound_settings (tenant_id, rules, updated_at)
      VALUES (:tenant, CAST(:rules AS jsonb), :now)
      ON CONFLICT (tenant_id) DO UPDATE
      SET rules = excluded.rules, updated_at = excluded.updated_at
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.shared();

  /// A rule as it is written.
  private record Written(
      @Nullable String number,
      @Nullable String keyword,
      @Nullable String pattern,
      String to,
      @Nullable String address) {
    static Written of(InboundRule rule) {
      return new Written(
          rule.number().orElse(null),
          rule.keyword().orElse(null),
          rule.pattern().orElse(null),
          rule.to().text(),
          rule.address().map(EmailAddress::address).orElse(null));
    }

    InboundRule read() {
      return new InboundRule(
          Optional.ofNullable(number),
          Optional.ofNullable(keyword),
          Optional.ofNullable(pattern),
          InboundTarget.of(to).orElseThrow(),
          Optional.ofNullable(address).map(EmailAddress::new));
    }
  }

  InboundRuleRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Empty when the tenant has none.
  public List<InboundRule> all(TenantId tenant) {
    return jdbc.sql(ALL)
        .param("tenant", tenant.value())
        .query(String.class)
        .optional()
        .map(text ->
            Arrays.stream(json.readValue(text, Written[].class)).map(Written::read).toList())
        .orElse(List.of());
  }

  /// Writes all rules of a tenant in the place of those before.
  public void put(TenantId tenant, List<InboundRule> rules) {
    jdbc.sql(PUT)
        .param("tenant", tenant.value())
        .param("rules", json.writeValueAsString(rules.stream().map(Written::of).toList()))
        .param("now", SqlTime.of(clock.instant()))
        .update();
  }
}
