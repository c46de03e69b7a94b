package io.tweestap.limit;

import io.tweestap.limit.Limits.Asked;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Says when limits will let something pass, for answers that tell it before it is asked for.
/// Counts nothing and promises nothing: others may use them up until then.
@Service
public class LimitsAhead {
  private static final String OPEN_AT =
      """
      SELECT counter.full_at - asked.burst AS open_at
      FROM rate_limit AS counter
      JOIN unnest(:names, :keys, CAST(:bursts AS interval[])) AS asked(name, key, burst)
        ON counter.name = asked.name
        AND counter.key = asked.key
      WHERE counter.tenant_id = :tenant
      ORDER BY open_at DESC
      LIMIT 1
      """;

  private final Limits limits;
  private final JdbcClient jdbc;

  LimitsAhead(Limits limits, JdbcClient jdbc) {
    this.limits = limits;
    this.jdbc = jdbc;
  }

  /// From when all of the limits are open.
  ///
  /// @param lowered capacities that the tenant set for itself, by name
  /// @param uses at most one per limit
  /// @return a moment now or before where they are open; [Instant#MIN] where none was ever used,
  ///   [Instant#MAX] where one is smaller than what is asked of it at once
  public Instant openAt(TenantId tenant, Map<String, Integer> lowered, List<Use> uses) {
    if (uses.stream().anyMatch(use -> use.times() > limits.capacity(use.limit(), lowered))) {
      return Instant.MAX;
    }
    List<Asked> asked = uses.stream().map(use -> limits.ask(tenant, lowered, use)).toList();
    return jdbc.sql(OPEN_AT)
        .param("tenant", tenant.value())
        .param("names", Limits.names(asked))
        .param("keys", Limits.keys(asked))
        .param("bursts", Limits.bursts(asked))
        .query((row, _) -> SqlTime.read(row, "open_at"))
        .optional()
        .orElse(Instant.MIN);
  }
}
