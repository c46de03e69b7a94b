package io.tweestap.delivery;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// What a message costs.
///
/// @param amount less than a million either way
/// @param currency ISO 4217, upper case
public record Price(BigDecimal amount, String currency) {
  private static final BigDecimal BELOW = new BigDecimal(1_000_000);
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  public Price {
    if (amount.abs().compareTo(BELOW.subtract(BigDecimal.ONE)) > 0) {
      throw new IllegalArgumentException("a price is less than a million");
    }
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException("a currency is three capital letters");
    }
  }
}
