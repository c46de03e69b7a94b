package io.tweestap.credit;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// An amount of a currency.
///
/// @param micros millionths of the currency's unit
/// @param currency ISO 4217, three capital letters
public record Money(long micros, String currency) {
  private static final int PLACES = 6;

  /// Places that are always shown.
  private static final int PLACES_SHOWN = 2;

  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}([.][0-9]{1,6})?");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  public Money {
    if (!isCurrency(currency)) {
      throw new IllegalArgumentException("a currency is three capital letters");
    }
  }

  /// Whether a text has the form of a currency.
  public static boolean isCurrency(String text) {
    return CURRENCY.matcher(text).matches();
  }

  /// Reads an amount such as `12.50`: less than a thousand million, at most six decimals, no sign.
  public static Optional<Money> read(String amount, String currency) {
    return AMOUNT.matcher(amount).matches() && isCurrency(currency)
        ? Optional.of(
            new Money(new BigDecimal(amount).movePointRight(PLACES).longValueExact(), currency))
        : Optional.empty();
  }

  /// The same amount so many times.
  ///
  /// @throws ArithmeticException when it is too much for any balance
  public Money times(int count) {
    return new Money(Math.multiplyExact(micros, (long) count), currency);
  }

  /// The amount as a person writes it: two to six decimals, as in `0.075`.
  public String amount() {
    BigDecimal plain = BigDecimal.valueOf(micros, PLACES).stripTrailingZeros();
    return plain.setScale(Math.max(PLACES_SHOWN, plain.scale())).toPlainString();
  }

  @Override
  public String toString() {
    return amount() + " " + currency;
  }
}
