package io.tweestap.credit;

import io.tweestap.credit.Statement.Payment;
import io.tweestap.credit.jdbc.StatementRows;
import io.tweestap.credit.jdbc.UsageRows;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// What a month brought and took, from the payments of the ledger and the usage by day, which has
/// every amount that the ledger says was spent.
@Service
public class Statements {
  /// So many payments are listed one by one.
  public static final int PAYMENTS_MAX = 500;

  private static final int COUNTRIES_MAX = 1_000;
  private static final Set<UsageGroup> BY_COUNTRY = EnumSet.of(UsageGroup.COUNTRY);

  private final StatementRows rows;
  private final UsageRows usage;
  private final Accounts accounts;
  private final Tenants tenants;
  private final TransactionTemplate snapshot;
  private final Clock clock;

  Statements(
      StatementRows rows,
      UsageRows usage,
      Accounts accounts,
      Tenants tenants,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.rows = rows;
    this.usage = usage;
    this.accounts = accounts;
    this.tenants = tenants;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setReadOnly(true);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.clock = clock;
  }

  /// The month as it is known now; empty for one that has not begun, or before there was an
  /// account.
  public Optional<Statement> of(TenantId tenant, YearMonth month) {
    return snapshot.execute(_ -> read(tenant, month));
  }

  private Optional<Statement> read(TenantId tenant, YearMonth month) {
    Tenant asked = tenants.get(tenant);
    ZoneId zone = asked.settings().zone();
    YearMonth now = YearMonth.from(clock.instant().atZone(zone));
    return rows.openedAt(tenant)
        .map(opened -> YearMonth.from(opened.atZone(zone)))
        .filter(first -> !month.isBefore(first) && !month.isAfter(now))
        .flatMap(_ -> accounts.find(tenant))
        .map(account -> write(tenant, asked.name(), month, zone, account.currency()));
  }

  private Statement write(
      TenantId tenant, String name, YearMonth month, ZoneId zone, String currency) {
    LocalDate first = month.atDay(1);
    Instant from = first.atStartOfDay(zone).toInstant();
    Instant until = first.plusMonths(1).atStartOfDay(zone).toInstant();
    long before =
        Math.subtractExact(
            rows.paid(tenant, Instant.EPOCH, from), rows.spentBefore(tenant, currency, first));
    return new Statement(
        name,
        month,
        zone,
        clock.instant(),
        new Money(before, currency),
        payments(tenant, from, until, zone, currency),
        usage.list(tenant, currency, first, month.atEndOfMonth(), BY_COUNTRY, COUNTRIES_MAX));
  }

  private List<Payment> payments(
      TenantId tenant, Instant from, Instant until, ZoneId zone, String currency) {
    List<Payment> listed = new ArrayList<>(rows.payments(tenant, from, until, zone, PAYMENTS_MAX));
    long sum = listed.stream().mapToLong(payment -> payment.amount().micros()).sum();
    long others = Math.subtractExact(rows.paid(tenant, from, until), sum);
    if (others != 0) {
      listed.add(new Payment(Optional.empty(), Optional.empty(), new Money(others, currency)));
    }
    return listed;
  }
}
