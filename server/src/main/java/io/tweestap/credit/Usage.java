package io.tweestap.credit;

import io.tweestap.credit.jdbc.UsageRows;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/// What a tenant spent, by day, country and sender. A message counts on the day on which its price
/// was taken, in the time zone that the tenant had then.
@Service
public class Usage {
  /// So many days may be asked for at once.
  public static final int DAYS_MAX = 366;

  /// So many lines are told at once.
  public static final int LINES_MAX = 10_000;

  private static final int DAYS_USUAL = 30;

  private final UsageRows rows;
  private final Accounts accounts;
  private final Tenants tenants;
  private final Clock clock;

  Usage(UsageRows rows, Accounts accounts, Tenants tenants, Clock clock) {
    this.rows = rows;
    this.accounts = accounts;
    this.tenants = tenants;
    this.clock = clock;
  }

  /// @param from first day; empty: 29 days before the last
  /// @param to last day; empty: today
  public UsageOutcome report(
      TenantId tenant, Optional<LocalDate> from, Optional<LocalDate> to, Set<UsageGroup> by) {
    ZoneId zone = tenants.get(tenant).settings().zone();
    LocalDate last = to.orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone));
    LocalDate first = from.orElseGet(() -> last.minusDays(DAYS_USUAL - 1L));
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days < 1 || days > DAYS_MAX) {
      return new UsageOutcome.NoSuchRange(DAYS_MAX);
    }
    Optional<String> currency = accounts.find(tenant).map(Account::currency);
    List<UsageLine> lines =
        currency
            .map(known -> rows.list(tenant, known, first, last, by, LINES_MAX + 1))
            .orElse(List.of());
    return lines.size() > LINES_MAX
        ? new UsageOutcome.TooManyLines(LINES_MAX)
        : new UsageOutcome.Report(first, last, zone, currency, lines);
  }
}
