package io.tweestap.credit.jdbc;

import io.tweestap.credit.Account;
import io.tweestap.credit.Money;
import io.tweestap.credit.PaymentOutcome;
import io.tweestap.shared.Ids;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `credit_account`, and the entries of payments.
@Repository
public class CreditRows {
  private static final String FIND =
      """
      SELECT billed, available, reserved, currency, low_below, trial_left, trial_sender,
        paid
      FROM credit_account
      WHERE tenant_id = :tenant
      """;

  private static final String OPEN =
      """
      INSERT INTO credit_account AS account (tenant_id, currency, billed, created_at)
      VALUES (:tenant, :currency, true, :now)
      ON CONFLICT (tenant_id) DO UPDATE
      SET billed = true
      WHERE account.currency = excluded.currency
      """;

  private static final String CLOSE =
      """
      UPDATE credit_account
      SET billed = false
      WHERE tenant_id = :tenant AND billed
      """;

  /// Whoever pays waits here for the others, so that the next statement sees their payments.
  private static final String LOCK =
      """
      SELECT billed, available, reserved, currency, low_below, trial_left, trial_sender,
        paid
      FROM credit_account
      WHERE tenant_id = :tenant
      FOR UPDATE
      """;

  private static final String PAY =
      """
      WITH paid AS (
        UPDATE credit_account
        SET available = available + :amount,
          paid = true,
          low_told = low_told AND coalesce(available + :amount < low_below, false)
        WHERE tenant_id = :tenant
          AND currency = :currency
          AND NOT EXISTS (
            SELECT 1
            FROM credit_entry
            WHERE tenant_id = :tenant AND kind = 'payment' AND reference = :reference)
        RETURNING available
      )
      INSERT INTO credit_entry (tenant_id, id, kind, currency, available, reserved, spent, paid,
        balance, reference, created_at)
      SELECT :tenant, :id, 'payment', :currency, :amount, 0, 0, -CAST(:amount AS bigint),
        paid.available, :reference, :now
      FROM paid
      RETURNING balance
      """;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;

  CreditRows(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  public Optional<Account> find(TenantId tenant) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .query((row, _) -> AccountColumns.read(row))
        .optional();
  }

  /// @return whether the tenant is billed now; not when its account is in another currency
  public boolean open(TenantId tenant, String currency) {
    return jdbc.sql(OPEN)
            .param("tenant", tenant.value())
            .param("currency", currency)
            .param("now", now())
            .update()
        == 1;
  }

  /// @return whether the tenant was billed
  public boolean close(TenantId tenant) {
    return jdbc.sql(CLOSE).param("tenant", tenant.value()).update() == 1;
  }

  /// Adds a payment, as part of the caller's transaction.
  public PaymentOutcome pay(TenantId tenant, Money amount, String reference) {
    Optional<Account> account =
        jdbc.sql(LOCK)
            .param("tenant", tenant.value())
            .query((row, _) -> AccountColumns.read(row))
            .optional();
    if (account.isEmpty()) {
      return new PaymentOutcome.NoAccount();
    }
    String currency = account.get().currency();
    return currency.equals(amount.currency())
        ? insert(tenant, amount, reference)
        : new PaymentOutcome.OtherCurrency(currency);
  }

  private PaymentOutcome insert(TenantId tenant, Money amount, String reference) {
    return jdbc.sql(PAY)
        .param("tenant", tenant.value())
        .param("id", ids.next())
        .param("amount", amount.micros())
        .param("currency", amount.currency())
        .param("reference", reference)
        .param("now", now())
        .query(Long.class)
        .optional()
        .<PaymentOutcome>map(
            balance -> new PaymentOutcome.Paid(new Money(balance, amount.currency())))
        .orElseGet(PaymentOutcome.PaidBefore::new);
  }

  private OffsetDateTime now() {
    return SqlTime.of(clock.instant());
  }
}
