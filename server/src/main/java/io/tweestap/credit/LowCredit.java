package io.tweestap.credit;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.credit.jdbc.LowCreditRows;
import io.tweestap.shared.TenantId;
import io.tweestap.webhook.EventType;
import io.tweestap.webhook.Webhooks;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells a tenant that its credit runs low: once, when what is available falls below the amount
/// that it chose, in the transaction that makes it so. It is told again after there was enough in
/// between: after a payment, or when so much was given back that a tenth more than the amount is
/// available. So messages that fail around the amount do not tell it each time.
@Service
public class LowCredit {
  private final LowCreditRows rows;
  private final Webhooks webhooks;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  LowCredit(
      LowCreditRows rows, Webhooks webhooks, AuditTrail audit, TransactionTemplate transaction) {
    this.rows = rows;
    this.webhooks = webhooks;
    this.audit = audit;
    this.transaction = transaction;
  }

  /// From now on the credit is low below this amount. Where it is already, that is not told: the
  /// caller sees it.
  ///
  /// @param amount more than nothing, in the account's currency; empty: never
  /// @return whether there is such an account
  public boolean below(TenantId tenant, String currency, Optional<Money> amount) {
    return transaction.execute(_ -> {
      boolean set = rows.set(tenant, currency, amount.map(Money::micros));
      if (set) {
        audit.recordDone(
            tenant,
            AuditAction.CREDIT_LOW_SET,
            Map.of("below", amount.map(Money::toString).orElse("never")));
      }
      return set;
    });
  }

  /// Tells it unless somebody did; part of the transaction that took something.
  void tell(TenantId tenant) {
    rows.told(tenant)
        .ifPresent(
            account -> webhooks.record(tenant, EventType.CREDIT_LOW, CreditNews.of(account)));
  }
}
