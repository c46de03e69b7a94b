package io.tweestap.credit.jdbc;

import io.tweestap.credit.Money;
import io.tweestap.credit.Statement.Payment;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a statement is made of. Payments are few and have an index of their own; the rest of the
/// ledger is not read, for usage has its sums.
@Repository
public class StatementRows {
  private static final String OPENED =
      """
      SELECT created_at
      FROM credit_account
      WHERE tenant_id = :tenant
      """;

  private static final String PAID =
      """
      SELECT coalesce(-sum(paid), 0)
      FROM credit_entry
      WHERE tenant_id = :tenant
        AND kind = 'payment'
        AND created_at >= :from
        AND created_at < :until
      """;

  private static final String PAYMENTS =
      """
      SELECT created_at, reference, -paid AS amount, currency
      FROM credit_entry
      WHERE tenant_id = :tenant
        AND kind = 'payment'
        AND created_at >= :from
        AND created_at < :until
      ORDER BY created_at, id
      LIMIT :rows
      """;

  private static final String SPENT =
      """
      SELECT coalesce(sum(amount), 0)
      FROM credit_usage
      WHERE tenant_id = :tenant
        AND day < :day
        AND currency = :currency
      """;

  private final JdbcClient jdbc;

  StatementRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// When the tenant's account was made; empty where it has none.
  public Optional<Instant> openedAt(TenantId tenant) {
    return jdbc.sql(OPENED)
        .param("tenant", tenant.value())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /// All that was paid in a time, in millionths.
  public long paid(TenantId tenant, Instant from, Instant until) {
    return jdbc.sql(PAID)
        .param("tenant", tenant.value())
        .param("from", SqlTime.of(from))
        .param("until", SqlTime.of(until))
        .query(Long.class)
        .single();
  }

  /// The payments of a time, the first ones.
  public List<Payment> payments(
      TenantId tenant, Instant from, Instant until, ZoneId zone, int rows) {
    return jdbc.sql(PAYMENTS)
        .param("tenant", tenant.value())
        .param("from", SqlTime.of(from))
        .param("until", SqlTime.of(until))
        .param("rows", rows)
        .query((row, _) ->
            new Payment(
                Optional.of(
                    row.getObject("created_at", OffsetDateTime.class)
                        .atZoneSameInstant(zone)
                        .toLocalDate()),
                Optional.ofNullable(row.getString("reference")),
                new Money(row.getLong("amount"), row.getString("currency"))))
        .list();
  }

  /// All that was spent before a day, in millionths.
  public long spentBefore(TenantId tenant, String currency, LocalDate day) {
    return jdbc.sql(SPENT)
        .param("tenant", tenant.value())
        .param("currency", currency)
        .param("day", day)
        .query(Long.class)
        .single();
  }
}
