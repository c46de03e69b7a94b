package io.tweestap.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// A month of a tenant's credit. What was set aside for messages on their way is still the
/// tenant's, so it is in the balances; opening balance, payments and usage add up to the closing
/// one.
///
/// @param zone where the month begins and ends
/// @param madeAt when it was made: before the end of the month it is not the last word
/// @param payments in their order, at most [Statements#PAYMENTS_MAX] and one for all others
/// @param usage by country
public record Statement(
    String tenant,
    YearMonth month,
    ZoneId zone,
    Instant madeAt,
    Money opening,
    List<Payment> payments,
    List<UsageLine> usage) {
  /// A payment.
  ///
  /// @param day on which it was added; empty for the sum of those that are not listed
  /// @param reference empty for that sum
  public record Payment(Optional<LocalDate> day, Optional<String> reference, Money amount) {}

  public Statement {
    payments = List.copyOf(payments);
    usage = List.copyOf(usage);
  }

  /// Whether the month is over.
  public boolean isFinal() {
    return !madeAt.isBefore(month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
  }

  public Money paid() {
    return sum(payments.stream().map(Payment::amount).toList());
  }

  public Money spent() {
    return sum(usage.stream().map(UsageLine::amount).toList());
  }

  public Money closing() {
    long left = Math.addExact(opening.micros(), paid().micros());
    return new Money(Math.subtractExact(left, spent().micros()), opening.currency());
  }

  private Money sum(List<Money> amounts) {
    long micros = amounts.stream().mapToLong(Money::micros).reduce(0, Math::addExact);
    return new Money(micros, opening.currency());
  }
}
