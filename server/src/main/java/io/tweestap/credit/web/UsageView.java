package io.tweestap.credit.web;

import io.tweestap.credit.Money;
import io.tweestap.credit.UsageLine;
import io.tweestap.credit.UsageOutcome.Report;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was spent, as the API shows it.
///
/// @param timeZone where days begin and end
/// @param currency missing where there never was an account
record UsageView(
    LocalDate from,
    LocalDate to,
    String timeZone,
    @Nullable String currency,
    Total total,
    List<Line> lines) {
  static UsageView of(Report report) {
    String amount = report.amount().map(Money::amount).orElse("0.00");
    return new UsageView(
        report.from(),
        report.to(),
        report.zone().getId(),
        report.currency().orElse(null),
        new Total(report.messages(), report.parts(), amount),
        report.lines().stream().map(Line::of).toList());
  }

  /// The sum of all lines.
  record Total(long messages, long parts, String amount) {}

  /// One line; what was not asked for is missing.
  record Line(
      @Nullable LocalDate day,
      @Nullable String country,
      @Nullable String sender,
      long messages,
      long parts,
      String amount) {
    static Line of(UsageLine line) {
      return new Line(
          line.day().orElse(null),
          line.country().orElse(null),
          line.sender().orElse(null),
          line.messages(),
          line.parts(),
          line.amount().amount());
    }
  }
}
