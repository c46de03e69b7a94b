package io.tweestap.limit;

import io.tweestap.limit.Limits.Asked;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Limits on what turns out only afterwards, such as a wrong answer: asked before, used up when it
/// has happened.
///
/// Several at once may all be let in when there is room for one. Each is counted nevertheless, also
/// beyond the limit, which then stays closed that much longer: over time there are no more than
/// allowed.
@Service
public class LateLimits {
  private static final String ADD =
      """
      INSERT INTO rate_limit AS counter
        (tenant_id, name, key, full_at, spacing, burst)
      VALUES (:tenant, :name, :key, :now + CAST(:spacing AS interval),
        CAST(:spacing AS interval), CAST(:burst AS interval))
      ON CONFLICT (tenant_id, name, key) DO UPDATE
      SET full_at = greatest(counter.full_at, :now) + excluded.spacing,
        spacing = excluded.spacing,
        burst = excluded.burst
      """;

  private static final String OPEN_AT =
      """
      SELECT full_at - CAST(:burst AS interval) AS open_at
      FROM rate_limit
      WHERE tenant_id = :tenant
        AND name = :name
        AND key = :key
      """;

  private final Limits limits;
  private final JdbcClient jdbc;
  private final Clock clock;

  LateLimits(Limits limits, JdbcClient jdbc, Clock clock) {
    this.limits = limits;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// How long until the limit is open. Counts nothing.
  ///
  /// @param lowered capacities that the tenant set for itself, by name
  /// @return zero when it is open now
  public Duration waitFor(TenantId tenant, Map<String, Integer> lowered, Use use) {
    Instant now = clock.instant();
    return statement(OPEN_AT, tenant, limits.ask(tenant, lowered, use))
        .query((row, _) -> SqlTime.read(row, "open_at"))
        .optional()
        .filter(open -> open.isAfter(now))
        .map(open -> Limits.wait(now, open))
        .orElse(Duration.ZERO);
  }

  /// Counts one use, also when the limit is used up.
  ///
  /// @param lowered capacities that the tenant set for itself, by name
  public void add(TenantId tenant, Map<String, Integer> lowered, Use use) {
    Asked asked = limits.ask(tenant, lowered, use);
    statement(ADD, tenant, asked)
        .param("spacing", asked.spacingText())
        .param("now", SqlTime.of(clock.instant()))
        .update();
  }

  private JdbcClient.StatementSpec statement(String sql, TenantId tenant, Asked asked) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("name", asked.limit().text())
        .param("key", asked.key())
        .param("burst", asked.burstText());
  }
}
