package io.tweestap.client.credit;

import io.tweestap.client.http.Body;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which days to read, and what to tell apart. Days are those of the tenant's time zone.
public final class CreditUsageFilter extends Body<CreditUsageFilter> {
  private CreditUsageFilter(Map<String, @Nullable Object> fields) {
    super(fields, CreditUsageFilter::new);
  }

  /// The last 30 days by day, country and sender.
  public static CreditUsageFilter recent() {
    return new CreditUsageFilter(Map.of());
  }

  /// From this day on.
  public CreditUsageFilter from(LocalDate from) {
    return with("from", from);
  }

  /// Up to and with this day, at most 366 days in all.
  public CreditUsageFilter to(LocalDate to) {
    return with("to", to);
  }

  /// What lines are told apart by, of `day`, `country` and `sender`.
  public CreditUsageFilter by(String... groups) {
    return with("by", String.join(",", groups));
  }
}
