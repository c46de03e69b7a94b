package io.tweestap.credit.web;

import io.tweestap.credit.Statement;
import io.tweestap.credit.Statement.Payment;
import io.tweestap.credit.UsageLine;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement as the API shows it: `opening` and `paid` less `spent` is `closing`.
///
/// @param month as in `2026-11`
/// @param timeZone where the month begins and ends
/// @param done whether the month is over
record StatementView(
    String month,
    String timeZone,
    boolean done,
    String currency,
    String opening,
    String paid,
    String spent,
    String closing,
    List<Paid> payments,
    List<Used> usage) {
  static StatementView of(Statement statement) {
    return new StatementView(
        statement.month().toString(),
        statement.zone().getId(),
        statement.isFinal(),
        statement.opening().currency(),
        statement.opening().amount(),
        statement.paid().amount(),
        statement.spent().amount(),
        statement.closing().amount(),
        statement.payments().stream().map(Paid::of).toList(),
        statement.usage().stream().map(Used::of).toList());
  }

  /// A payment; without day and reference it is the sum of those that are not listed.
  record Paid(@Nullable LocalDate day, @Nullable String reference, String amount) {
    static Paid of(Payment payment) {
      return new Paid(
          payment.day().orElse(null), payment.reference().orElse(null), payment.amount().amount());
    }
  }

  /// What was spent on messages to a country.
  record Used(String country, long messages, long parts, String amount) {
    static Used of(UsageLine line) {
      return new Used(
          line.country().orElseThrow(), line.messages(), line.parts(), line.amount().amount());
    }
  }
}
