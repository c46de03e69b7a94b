package io.tweestap.policy;

import io.tweestap.policy.jdbc.PolicyRows;
import io.tweestap.policy.rule.Decide;
import io.tweestap.shared.Remembered;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Service;

/// Decides whether a login needs a second step. A tenant's policies are remembered in memory for
/// five seconds, so a change made on another node counts within that time.
@Service
public class Policies {
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int REMEMBERED_MAX = 10_000;

  private final PolicyRows rows;
  private final Tenants tenants;
  private final Remembered<TenantId, List<Policy>> remembered;

  Policies(PolicyRows rows, Tenants tenants, Clock clock) {
    this.rows = rows;
    this.tenants = tenants;
    this.remembered = new Remembered<>(REMEMBERED_MAX, REMEMBERED, clock);
  }

  /// What the tenant's policies say about a login, from these facts alone. Without any policy a
  /// user with a factor proves it at every login, and one without passes and is offered enrollment.
  public Decision decide(TenantId tenant, Facts facts) {
    return Decide.decide(remembered(tenant), facts);
  }

  /// The tenant's policies by name, at most five seconds old.
  public List<Policy> remembered(TenantId tenant) {
    return remembered.get(tenant, this::read);
  }

  /// Policies that are no one's yet, with the tenant's zone where they name none.
  public List<Policy> supposed(TenantId tenant, List<Policy> policies) {
    ZoneId zone = tenants.get(tenant).settings().zone();
    return policies.stream().map(policy -> policy.in(zone)).toList();
  }

  private List<Policy> read(TenantId tenant) {
    return supposed(tenant, rows.list(tenant).stream().map(StoredPolicy::policy).toList());
  }

  /// Reads the tenant's policies anew at their next use on this node.
  void forget(TenantId tenant) {
    remembered.forget(tenant);
  }
}
