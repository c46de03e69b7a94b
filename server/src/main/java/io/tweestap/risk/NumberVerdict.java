package io.tweestap.risk;

import io.tweestap.shared.PhoneNumber;

/// What is to be said about a phone number before anything is sent to it.
public sealed interface NumberVerdict {
  /// Fine to send to.
  ///
  /// @param country ISO 3166-1 alpha-2
  record Usable(PhoneNumber number, String country) implements NumberVerdict {}

  /// Not a number.
  ///
  /// @param reason what is wrong with it, in words, for a programmer
  record NotANumber(String reason) implements NumberVerdict {}

  /// A number that somebody earns from when it is called or written to.
  ///
  /// @param kind `premium rate` or `shared cost`
  record Costly(String kind) implements NumberVerdict {}

  /// A number of a country that the tenant does not send to.
  record CountryNotAllowed(String country) implements NumberVerdict {}
}
