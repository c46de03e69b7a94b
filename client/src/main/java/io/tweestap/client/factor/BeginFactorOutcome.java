package io.tweestap.client.factor;

import java.time.Duration;

/// What came of beginning a factor.
public sealed interface BeginFactorOutcome {
  /// It is there and counts for nothing until it is confirmed, recovery codes excepted. What it
  /// holds is shown this once.
  record Begun(BegunFactor begun) implements BeginFactorOutcome {}

  /// The phone number cannot be used: ask for another one.
  ///
  /// @param code `invalid_number`, `country_not_allowed`, `number_type_not_allowed` or
  ///   `number_taken`
  /// @param detail what is wrong with it, as a sentence
  record BadNumber(String code, String detail) implements BeginFactorOutcome {}

  /// No token in stock has this serial number.
  record TokenNotInStock() implements BeginFactorOutcome {}

  /// The user has as many factors as allowed.
  record LimitReached() implements BeginFactorOutcome {}

  /// Nothing can be sent there: no carrier is set up.
  record ChannelNotAvailable() implements BeginFactorOutcome {}

  /// Too many messages.
  record SlowedDown(Duration waitFor) implements BeginFactorOutcome {}

  /// The user is closed for good.
  record UserClosed() implements BeginFactorOutcome {}
}
