package io.tweestap.credit;

/// Why messages cannot be paid for.
public sealed interface Shortage {
  /// There is less than they cost.
  record TooLittle(Money needed, Money available) implements Shortage {}

  /// The price list has no price for a country.
  ///
  /// @param country ISO 3166-1 alpha-2; `ZZ` for a number that belongs to none
  record NoPrice(String country, String currency) implements Shortage {}
}
