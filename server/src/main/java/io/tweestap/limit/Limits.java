package io.tweestap.limit;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;

/// Counts uses against limits, all or nothing.
///
/// Each counter is one moment, the "theoretical arrival time" of the generic cell rate algorithm: a
/// use moves it forward by period / capacity, and is refused while it lies too far ahead. One
/// conditional statement per use of any number of limits; concurrent uses cannot overshoot.
@Service
@EnableConfigurationProperties(LimitProperties.class)
public class Limits {
  /// Rows are locked in the order of their keys, so that two uses cannot wait for each other.
  private static final String TAKE =
      """
      INSERT INTO rate_limit AS counter
        (tenant_id, name, key, full_at, spacing, burst)
      SELECT CAST(:tenant AS uuid), asked.name, asked.key, :now + asked.spacing,
        asked.spacing, asked.burst
      FROM unnest(:names, :keys, CAST(:spacings AS interval[]), CAST(:bursts AS interval[]))
        AS asked(name, key, spacing, burst)
      ORDER BY asked.name, asked.key
      ON CONFLICT (tenant_id, name, key) DO UPDATE
      SET full_at = greatest(counter.full_at, :now) + excluded.spacing,
        spacing = excluded.spacing,
        burst = excluded.burst
      WHERE counter.full_at <= :now + excluded.burst
      RETURNING counter.name, counter.full_at - counter.burst AS open_at
      """;

  /// Locks in the order of [#TAKE]: an `UPDATE` alone would lock as the plan happens to go.
  private static final String GIVE_BACK =
      """
      WITH taken AS MATERIALIZED (
        SELECT tenant_id, name, key
        FROM rate_limit
        WHERE tenant_id = :tenant
          AND (name, key) IN (SELECT * FROM unnest(:names, :keys))
        ORDER BY name, key
        FOR UPDATE
      )
      UPDATE rate_limit AS counter
      SET full_at = counter.full_at - asked.spacing
      FROM taken
      JOIN unnest(:names, :keys, CAST(:spacings AS interval[])) AS asked(name, key, spacing)
        ON taken.name = asked.name
        AND taken.key = asked.key
      WHERE counter.tenant_id = taken.tenant_id
        AND counter.name = taken.name
        AND counter.key = taken.key
      """;

  private static final String FULL_AT =
      """
      SELECT counter.name, counter.full_at - asked.burst AS open_at
      FROM rate_limit AS counter
      JOIN unnest(:names, :keys, CAST(:bursts AS interval[])) AS asked(name, key, burst)
        ON counter.name = asked.name
        AND counter.key = asked.key
      WHERE counter.tenant_id = :tenant
      ORDER BY open_at DESC
      LIMIT 1
      """;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;
  private final LimitProperties properties;

  Limits(JdbcClient jdbc, Vault vault, Clock clock, LimitProperties properties) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
    this.properties = properties;
  }

  /// Counts the uses of all limits, or of none when one of them is used up, or is smaller than what
  /// is asked of it at once.
  ///
  /// @param lowered capacities that the tenant set for itself, by name; one above the
  ///   installation's own has no effect
  /// @param uses at most one per limit
  public Verdict take(TenantId tenant, Map<String, Integer> lowered, List<Use> uses) {
    Instant now = clock.instant();
    for (Use use : uses) {
      if (use.times() > capacity(use.limit(), lowered)) {
        return new Verdict.Refused(use.limit(), use.limit().period());
      }
    }
    List<Asked> asked = uses.stream().map(use -> ask(tenant, lowered, use)).toList();
    Map<Limit, Instant> taken = runTake(tenant, now, asked);
    List<Asked> refused = asked.stream().filter(use -> !taken.containsKey(use.limit())).toList();
    if (refused.isEmpty()) {
      return new Verdict.Allowed(taken);
    }
    giveBack(tenant, asked.stream().filter(use -> taken.containsKey(use.limit())).toList());
    return refusal(tenant, now, refused);
  }

  /// The capacity that counts for a tenant: its own where that is lower, else the installation's.
  public int capacity(Limit limit, Map<String, Integer> lowered) {
    int own = properties.capacities().getOrDefault(limit.text(), limit.capacity());
    return Math.min(own, lowered.getOrDefault(limit.text(), own));
  }

  Asked ask(TenantId tenant, Map<String, Integer> lowered, Use use) {
    byte[] key = vault.hash(HashUse.LIMIT, tenant, use.key().getBytes(StandardCharsets.UTF_8));
    Duration period = use.limit().period();
    Duration spacing =
        period.multipliedBy(use.times()).dividedBy(Math.max(1, capacity(use.limit(), lowered)));
    return new Asked(use.limit(), key, spacing, period.minus(spacing));
  }

  private Map<Limit, Instant> runTake(TenantId tenant, Instant now, List<Asked> asked) {
    Map<Limit, Instant> openAgain = new EnumMap<>(Limit.class);
    jdbc.sql(TAKE)
        .param("tenant", tenant.value())
        .param("now", SqlTime.of(now))
        .param("names", names(asked))
        .param("keys", keys(asked))
        .param("spacings", spacings(asked))
        .param("bursts", bursts(asked))
        .query(row -> {
          openAgain.put(
              Limit.of(row.getString("name")).orElseThrow(), SqlTime.read(row, "open_at"));
        });
    return openAgain;
  }

  private void giveBack(TenantId tenant, List<Asked> taken) {
    if (!taken.isEmpty()) {
      jdbc.sql(GIVE_BACK)
          .param("tenant", tenant.value())
          .param("names", names(taken))
          .param("keys", keys(taken))
          .param("spacings", spacings(taken))
          .update();
    }
  }

  private Verdict refusal(TenantId tenant, Instant now, List<Asked> refused) {
    return jdbc.sql(FULL_AT)
        .param("tenant", tenant.value())
        .param("names", names(refused))
        .param("keys", keys(refused))
        .param("bursts", bursts(refused))
        .query((row, _) ->
            new Verdict.Refused(
                Limit.of(row.getString("name")).orElseThrow(),
                wait(now, SqlTime.read(row, "open_at"))))
        .single();
  }

  static Duration wait(Instant now, Instant openAt) {
    long millis = Math.max(1, Duration.between(now, openAt).toMillis());
    return Duration.ofSeconds((millis + 999) / 1000);
  }

  static SqlArrayValue spacings(List<Asked> asked) {
    return new SqlArrayValue("text", asked.stream().map(Asked::spacingText).toArray());
  }

  static SqlArrayValue bursts(List<Asked> asked) {
    return new SqlArrayValue("text", asked.stream().map(Asked::burstText).toArray());
  }

  static SqlArrayValue names(List<Asked> asked) {
    return new SqlArrayValue("text", asked.stream().map(use -> use.limit().text()).toArray());
  }

  static SqlArrayValue keys(List<Asked> asked) {
    return new SqlArrayValue("bytea", asked.stream().map(Asked::key).toArray(byte[][]::new));
  }

  /// A use as the counter of it needs it.
  record Asked(Limit limit, byte[] key, Duration spacing, Duration burst) {
    String spacingText() {
      return spacing.toString();
    }

    String burstText() {
      return burst.toString();
    }
  }
}
