package io.tweestap.limit;

import io.tweestap.limit.Limits.Asked;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;

/// Limits whose one counter all requests of a tenant use. Uses that arrive together are counted as
/// one, so that they do not wait in line for its row. Where there is no room for all of them, each
/// is counted by itself, and hears for how long it has to wait; of those that are alike, only until
/// one is refused.
@Service
public class LimitsTogether {
  /// Locks in the order of [Limits]; the tenant comes first.
  private static final String TAKE_ACROSS_TENANTS =
      """
      INSERT INTO rate_limit AS counter
        (tenant_id, name, key, full_at, spacing, burst)
      SELECT asked.tenant_id, asked.name, asked.key, :now + asked.spacing,
        asked.spacing, asked.burst
      FROM unnest(:tenants, :names, :keys, CAST(:spacings AS interval[]),
          CAST(:bursts AS interval[]))
        AS asked (tenant_id, name, key, spacing, burst)
      ORDER BY asked.tenant_id, asked.name, asked.key
      ON CONFLICT (tenant_id, name, key) DO UPDATE
      SET full_at = greatest(counter.full_at, :now) + excluded.spacing,
        spacing = excluded.spacing,
        burst = excluded.burst
      WHERE counter.full_at <= :now + excluded.burst
      RETURNING counter.tenant_id, counter.name
      """;

  private final Limits limits;
  private final JdbcClient jdbc;
  private final Clock clock;

  LimitsTogether(Limits limits, JdbcClient jdbc, Clock clock) {
    this.limits = limits;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Uses of a limit that has one counter for the whole tenant.
  ///
  /// @param lowered capacities that the tenant set for itself, by name
  /// @param times how many uses it is, 1 or more
  public record Taking(TenantId tenant, Map<String, Integer> lowered, Limit limit, int times) {}

  /// A counter: there is one of each limit for a tenant.
  private record Counter(TenantId tenant, Limit limit) {}

  /// @param capacity that the tenant has
  private record Request(Counter counter, int times, int capacity) {
    /// Of two that saw different settings, the lower capacity counts.
    Request and(Request other) {
      return new Request(counter, times + other.times, Math.min(capacity, other.capacity));
    }

    boolean fits() {
      return times <= capacity;
    }
  }

  /// Counts the uses of each, all of them or none, as part of the caller's transaction.
  ///
  /// @return in the order of what was asked; empty where they were counted
  public List<Optional<Verdict.Refused>> take(List<Taking> takings) {
    Map<Counter, Request> sums = new HashMap<>();
    takings.stream()
        .map(this::request)
        .forEach(one -> sums.merge(one.counter(), one, Request::and));
    Set<Counter> taken = takeSums(sums.values().stream().filter(Request::fits).toList());
    Map<Taking, Verdict.Refused> refused = new HashMap<>();
    List<Optional<Verdict.Refused>> answers = new ArrayList<>();
    for (Taking one : takings) {
      Optional<Verdict.Refused> answer =
          taken.contains(new Counter(one.tenant(), one.limit()))
              ? Optional.empty()
              : Optional.ofNullable(refused.get(one)).or(() -> alone(one));
      answer.ifPresent(no -> refused.put(one, no));
      answers.add(answer);
    }
    return answers;
  }

  private Request request(Taking one) {
    return new Request(
        new Counter(one.tenant(), one.limit()),
        one.times(),
        limits.capacity(one.limit(), one.lowered()));
  }

  private Optional<Verdict.Refused> alone(Taking one) {
    var use = new Use(one.limit(), "", one.times());
    return switch (limits.take(one.tenant(), one.lowered(), List.of(use))) {
      case Verdict.Allowed _ -> Optional.empty();
      case Verdict.Refused refused -> Optional.of(refused);
    };
  }

  private Set<Counter> takeSums(List<Request> sums) {
    Set<Counter> taken = new HashSet<>();
    if (sums.isEmpty()) {
      return taken;
    }
    List<Asked> asked = sums.stream().map(this::ask).toList();
    jdbc.sql(TAKE_ACROSS_TENANTS)
        .param("now", SqlTime.of(clock.instant()))
        .param("tenants", tenants(sums))
        .param("names", Limits.names(asked))
        .param("keys", Limits.keys(asked))
        .param("spacings", Limits.spacings(asked))
        .param("bursts", Limits.bursts(asked))
        .query(row -> {
          taken.add(
              new Counter(
                  new TenantId(row.getObject("tenant_id", UUID.class)),
                  Limit.of(row.getString("name")).orElseThrow()));
        });
    return taken;
  }

  private Asked ask(Request sum) {
    Limit limit = sum.counter().limit();
    return limits.ask(
        sum.counter().tenant(),
        Map.of(limit.text(), sum.capacity()),
        new Use(limit, "", sum.times()));
  }

  private static SqlArrayValue tenants(List<Request> sums) {
    return new SqlArrayValue(
        "uuid", sums.stream().map(sum -> sum.counter().tenant().value()).toArray());
  }
}
