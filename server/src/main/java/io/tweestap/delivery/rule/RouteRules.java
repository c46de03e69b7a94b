package io.tweestap.delivery.rule;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.shared.Remembered;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The rules by which carriers are chosen. A table belongs to the tenant whose client wrote it,
/// which is the operator of the installation: it counts for messages of all tenants. Remembered for
/// five seconds, so a change made on another node is seen within that time.
@Service
public class RouteRules {
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  private final RouteRuleRows rows;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Remembered<Boolean, List<RouteRule>> remembered;

  RouteRules(RouteRuleRows rows, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
    this.rows = rows;
    this.audit = audit;
    this.transaction = transaction;
    this.remembered = new Remembered<>(1, REMEMBERED, clock);
  }

  /// All that count, in their order; of several tables the oldest tenant's first.
  public List<RouteRule> all() {
    return remembered.get(true, _ -> rows.all());
  }

  /// What the tenant wrote, as it is in the database now.
  public RouteTable find(TenantId tenant) {
    return rows.find(tenant).orElse(RouteTable.EMPTY);
  }

  /// Puts rules in the place of all that the tenant had.
  ///
  /// @param seen the version that they were made from; null whatever there is now
  public ReplaceOutcome replace(TenantId tenant, @Nullable Integer seen, List<RouteRule> rules) {
    Optional<Integer> version =
        transaction.execute(_ -> {
          Optional<Integer> written = rows.replace(tenant, seen, rules);
          written.ifPresent(now ->
              audit.recordDone(
                  tenant,
                  AuditAction.ROUTES_SET,
                  Map.of("rules", Integer.toString(rules.size()), "version", now.toString())));
          return written;
        });
    remembered.forget(true);
    return version
        .<ReplaceOutcome>map(now -> new ReplaceOutcome.Done(new RouteTable(now, rules)))
        .orElseGet(ReplaceOutcome.ChangedMeanwhile::new);
  }
}
