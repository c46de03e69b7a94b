package io.tweestap.message;

import java.time.Duration;

/// What is wrong with one recipient. None says anything of the number or the text.
public sealed interface Fault {
  /// A number that cannot be used, with the reason in words.
  record NotANumber(String reason) implements Fault {}

  /// A premium-rate or shared-cost number.
  record Costly(String kind) implements Fault {}

  /// A country that the tenant does not send to.
  ///
  /// @param country ISO 3166-1 alpha-2
  record CountryNotAllowed(String country) implements Fault {}

  /// The sender cannot be used in the recipient's country.
  ///
  /// @param advice what to do, a sentence without its full stop
  record SenderNotAllowed(String country, String advice) implements Fault {}

  /// The recipient said STOP, or was entered as somebody who wants no messages.
  record OptedOut() implements Fault {}

  /// The fraud guard holds messages to it back.
  ///
  /// @param retryAfter whole seconds, 1 or more
  record HeldBack(Duration retryAfter) implements Fault {}

  /// The same number stands in the request before.
  ///
  /// @param first index where it stands first
  record Twice(int first) implements Fault {}

  /// The text has a place that no variable fills.
  record MissingVariable(String name) implements Fault {}

  /// A variable has no place in the text.
  record UnknownVariable(String name) implements Fault {}

  /// The template has neither the language that was wished nor the tenant's own.
  ///
  /// @param language a tag, as in `pt-BR`
  record NoLanguage(String language) implements Fault {}

  /// The text with the recipient's values is blank.
  record Blank() implements Fault {}

  /// The text with the recipient's values is longer than allowed.
  record TooLong() implements Fault {}
}
