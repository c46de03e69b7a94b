package io.tweestap.credit;

/// Why messages cannot be paid for.
public sealed interface Shortage {
  /// There is less than they cost.
  record TooLittle(Money needed, Money available) implements Shortage {}

  /// There are fewer free messages than they take, and nothing was paid yet.
  ///
  /// @param parts that they take
  /// @param left that are free
  record TrialOver(int parts, int left, Money needed) implements Shortage {}

  /// Until a payment came in, messages go out with one sender only.
  record TrialSender(String sender) implements Shortage {}

  /// Until a payment came in, texts go to numbers only that were proven by a code.
  ///
  /// @param first one that was not, masked
  /// @param count how many were not
  record TrialNumber(String first, int count) implements Shortage {}

  /// The price list has no price for a country.
  ///
  /// @param country ISO 3166-1 alpha-2; `ZZ` for a number that belongs to none
  record NoPrice(String country, String currency) implements Shortage {}
}
