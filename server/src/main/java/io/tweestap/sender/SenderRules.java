package io.tweestap.sender;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.sender.jdbc.SenderRuleRows;
import io.tweestap.shared.Remembered;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The sender rules of tenants. Remembered for five seconds, so a change made on another node is
/// seen within that time.
@Service
@EnableConfigurationProperties(SenderProperties.class)
public class SenderRules {
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int REMEMBERED_MAX = 10_000;

  private final SenderRuleRows rows;
  private final Map<String, SenderKind> installation;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Remembered<TenantId, Map<String, SenderRule>> remembered;

  SenderRules(
      SenderRuleRows rows,
      SenderProperties properties,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.installation = properties.kinds();
    this.audit = audit;
    this.transaction = transaction;
    this.remembered = new Remembered<>(REMEMBERED_MAX, REMEMBERED, clock);
  }

  /// What counts for a tenant.
  public SenderRulesOfTenant of(TenantId tenant) {
    return new SenderRulesOfTenant(remembered.get(tenant, rows::all), installation);
  }

  /// The tenant's own rule for a country, as it is in the database now.
  public Optional<SenderRule> find(TenantId tenant, String country) {
    return Optional.ofNullable(rows.all(tenant).get(country));
  }

  /// Puts a rule in the place of the one for its country, if there is one.
  public void put(TenantId tenant, SenderRule rule) {
    transaction.executeWithoutResult(_ -> {
      rows.put(tenant, rule);
      audit.recordDone(
          tenant,
          AuditAction.SENDER_RULE_SET,
          Map.of("country", rule.country(), "kind", rule.kind().text()));
    });
    remembered.forget(tenant);
  }

  /// @return whether there was one
  public boolean delete(TenantId tenant, String country) {
    boolean deleted =
        transaction.execute(_ -> {
          boolean done = rows.delete(tenant, country);
          if (done) {
            audit.recordDone(tenant, AuditAction.SENDER_RULE_REMOVED, Map.of("country", country));
          }
          return done;
        });
    remembered.forget(tenant);
    return deleted;
  }
}
