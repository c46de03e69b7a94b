package io.tweestap.risk;

import io.tweestap.audit.Actor;
import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.risk.jdbc.DecisionRows;
import io.tweestap.shared.AfterRollback;
import io.tweestap.shared.TenantId;
import io.tweestap.webhook.EventType;
import io.tweestap.webhook.Webhooks;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Writes down what the fraud guard decided, and tells of it.
@Component
class DecisionNews {
  private final DecisionRows rows;
  private final AuditTrail audit;
  private final Webhooks webhooks;

  DecisionNews(DecisionRows rows, AuditTrail audit, Webhooks webhooks) {
    this.rows = rows;
    this.audit = audit;
    this.webhooks = webhooks;
  }

  /// A block stood in the way. Stays also where the refusal undoes all else that its request wrote.
  void stopped(TenantId tenant, Decision decision) {
    rows.insert(tenant, decision);
    AfterRollback.again(() -> rows.insert(tenant, decision));
  }

  /// A block was opened; part of that transaction.
  void opened(TenantId tenant, Decision decision) {
    rows.insert(tenant, decision);
    audit.record(tenant, event(decision));
    webhooks.record(tenant, EventType.FRAUD_BLOCKED, FraudNews.of(decision));
  }

  private static AuditEvent event(Decision decision) {
    return new AuditEvent(
        AuditAction.FRAUD_BLOCKED,
        Actor.SYSTEM,
        Optional.empty(),
        decision.network(),
        AuditResult.SUCCESS,
        Map.of(
            "action", decision.action().text(),
            "rule", decision.rule().text(),
            "country", decision.country(),
            "until", decision.block().until().toString()));
  }
}
