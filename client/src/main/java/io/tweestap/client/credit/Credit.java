package io.tweestap.client.credit;

import io.tweestap.client.Pages;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;

/// What the tenant paid before, and what its messages cost.
///
/// ```java
/// CreditBalance credit = tweestap.credit().balance();
/// tweestap.credit().entries().stream()
///     .limit(20)
///     .forEach(entry -> show(entry.kind() + ": " + entry.available()));
/// ```
public final class Credit {
  private final Http http;

  /// Made by the client.
  public Credit(Http http) {
    this.http = http;
  }

  /// What may still be spent.
  public CreditBalance balance() {
    return http.get(Call.of(Operation.GET_CREDIT), CreditBalance.class);
  }

  /// Every movement of money, newest first.
  public Pages<CreditEntry> entries() {
    return http.pages(Call.of(Operation.LIST_CREDIT_ENTRIES), CreditEntry.class);
  }

  /// What was spent, by day, country and sender.
  public CreditUsage usage(CreditUsageFilter filter) {
    return http.get(Call.of(Operation.GET_CREDIT_USAGE).query(filter), CreditUsage.class);
  }
}
