package io.tweestap.credit;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.credit.jdbc.CreditRows;
import io.tweestap.credit.jdbc.LedgerRows;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import io.tweestap.shared.Remembered;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The accounts of tenants: who pays before, and what came in. A tenant without an account is not
/// billed. Whether one is, is remembered for five seconds.
@Service
public class Accounts {
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int REMEMBERED_MAX = 10_000;

  private final CreditRows rows;
  private final LedgerRows ledger;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Remembered<TenantId, Optional<Account>> billed;

  Accounts(
      CreditRows rows,
      LedgerRows ledger,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.ledger = ledger;
    this.rows = rows;
    this.audit = audit;
    this.transaction = transaction;
    this.billed = new Remembered<>(REMEMBERED_MAX, REMEMBERED, clock);
  }

  /// The account as it is now; empty when the tenant never had one.
  public Optional<Account> find(TenantId tenant) {
    return rows.find(tenant);
  }

  /// The currency that a tenant pays in; empty when it is not billed.
  public Optional<String> currency(TenantId tenant) {
    return billed(tenant).map(Account::currency);
  }

  /// Whether a trial decides what the tenant may send, or what that costs.
  boolean isOnTrial(TenantId tenant) {
    return billed(tenant)
        .flatMap(Account::trial)
        .filter(trial -> !trial.paid() || trial.left() > 0)
        .isPresent();
  }

  private Optional<Account> billed(TenantId tenant) {
    return billed.get(tenant, asked -> rows.find(asked).filter(Account::billed));
  }

  /// From now on the tenant's messages are paid from its balance.
  ///
  /// @return whether they are; not when it has an account in another currency
  public boolean open(TenantId tenant, String currency) {
    boolean opened =
        transaction.execute(_ -> {
          boolean done = rows.open(tenant, currency);
          if (done) {
            audit.recordDone(
                tenant, AuditAction.CREDIT_ACCOUNT_OPENED, Map.of("currency", currency));
          }
          return done;
        });
    billed.forget(tenant);
    return opened;
  }

  /// From now on the tenant's messages cost nothing; what it has stays.
  ///
  /// @return whether it was billed
  public boolean close(TenantId tenant) {
    boolean closed =
        transaction.execute(_ -> {
          boolean done = rows.close(tenant);
          if (done) {
            audit.recordDone(tenant, AuditAction.CREDIT_ACCOUNT_CLOSED, Map.of());
          }
          return done;
        });
    billed.forget(tenant);
    return closed;
  }

  /// Adds a payment.
  ///
  /// @param amount more than nothing
  /// @param reference of the payment, 1 to 100 characters: the same one counts once
  public PaymentOutcome pay(TenantId tenant, Money amount, String reference) {
    PaymentOutcome paid =
        transaction.execute(_ -> {
          PaymentOutcome outcome = rows.pay(tenant, amount, reference);
          if (outcome instanceof PaymentOutcome.Paid) {
            audit.recordDone(
                tenant,
                AuditAction.CREDIT_PAID,
                Map.of("amount", amount.toString(), "reference", reference));
          }
          return outcome;
        });
    billed.forget(tenant);
    return paid;
  }

  /// What moved, newest first.
  ///
  /// @param after where the page before ended
  /// @param size rows of a page, 1 to 200
  public Page<Entry> entries(TenantId tenant, Optional<Cursor> after, int size) {
    return Page.of(ledger.entries(tenant, after, size + 1), size, Entry::id);
  }
}
