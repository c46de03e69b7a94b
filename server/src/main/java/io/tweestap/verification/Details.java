package io.tweestap.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.shared.text.OneLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/// What a transaction code is bound to: how much, and to whom (PSD-8, PSD-9). Two values are the
/// same when they mean the same: 12.5 and 12.50 are one amount.
///
/// @param amount above zero, with no more decimals than the currency has; the total of a batch
/// @param payees one, or several of a batch (PSD-12), in order; each 1 to 70 characters on one line
public record Details(BigDecimal amount, Currency currency, List<String> payees) {
  /// Longest name of a payee, as in a SEPA credit transfer.
  public static final int PAYEE_MAX = 70;

  /// Most payees of one batch.
  public static final int PAYEES_MAX = 10;

  private static final int INTEGER_DIGITS_MAX = 12;

  public Details {
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException("the amount must be above zero");
    }
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    if (amount.stripTrailingZeros().scale() > decimals) {
      throw new IllegalArgumentException(
          "the amount has more decimals than " + currency.getCurrencyCode() + " has");
    }
    if (amount.precision() - amount.scale() > INTEGER_DIGITS_MAX) {
      throw new IllegalArgumentException("the amount is too large");
    }
    amount = amount.setScale(decimals);
    if (payees.isEmpty() || payees.size() > PAYEES_MAX) {
      throw new IllegalArgumentException("there must be 1 to " + PAYEES_MAX + " payees");
    }
    payees = payees.stream().map(Details::tidy).toList();
  }

  /// The parts that a keyed hash of the details is made over.
  byte[][] parts() {
    List<byte[]> parts = new ArrayList<>();
    parts.add(amount.toPlainString().getBytes(UTF_8));
    parts.add(currency.getCurrencyCode().getBytes(UTF_8));
    payees.forEach(payee -> parts.add(payee.getBytes(UTF_8)));
    return parts.toArray(byte[][]::new);
  }

  private static String tidy(String payee) {
    String tidy = OneLine.of(payee);
    if (tidy.isEmpty() || tidy.length() > PAYEE_MAX) {
      throw new IllegalArgumentException("a payee has 1 to " + PAYEE_MAX + " characters");
    }
    return tidy;
  }
}
