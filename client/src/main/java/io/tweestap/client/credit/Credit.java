package io.tweestap.client.credit;

import io.tweestap.client.Pages;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

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

  /// From now on the credit is low when less than this is available: `credit.low` is told once.
  ///
  /// @throws io.tweestap.client.RequestRefused where there is no account
  public CreditBalance lowBelow(BigDecimal amount) {
    return put(Fields.of("low_below", amount.toPlainString()));
  }

  /// From now on the credit is never low.
  ///
  /// @throws io.tweestap.client.RequestRefused where there is no account
  public CreditBalance neverLow() {
    return put(Fields.none());
  }

  private CreditBalance put(Fields settings) {
    return http.get(Call.of(Operation.PUT_CREDIT_SETTINGS).json(settings), CreditBalance.class);
  }

  /// Every movement of money, newest first.
  public Pages<CreditEntry> entries() {
    return http.pages(Call.of(Operation.LIST_CREDIT_ENTRIES), CreditEntry.class);
  }

  /// What was spent, by day, country and sender.
  public CreditUsage usage(CreditUsageFilter filter) {
    return http.get(Call.of(Operation.GET_CREDIT_USAGE).query(filter), CreditUsage.class);
  }

  /// A month; empty when there is no statement of it.
  public Optional<CreditStatement> statement(YearMonth month) {
    return http.find(statementCall(month), CreditStatement.class);
  }

  /// The same as a PDF, in the language of the tenant.
  ///
  /// @throws io.tweestap.client.RequestRefused when there is no statement of it
  public byte[] statementPdf(YearMonth month) {
    return http.bytes(statementCall(month).header("Accept", "application/pdf"));
  }

  /// The same as CSV.
  ///
  /// @throws io.tweestap.client.RequestRefused when there is no statement of it
  public String statementCsv(YearMonth month) {
    return http.text(statementCall(month).header("Accept", "text/csv"));
  }

  private static Call statementCall(YearMonth month) {
    return Call.of(Operation.GET_CREDIT_STATEMENT, month);
  }
}
