package io.tweestap.client.factor;

import java.time.Duration;

/// What came of challenging a factor.
public sealed interface AskOutcome {
  /// A code is on its way, or a question is there.
  record Made(FactorChallenge challenge) implements AskOutcome {}

  /// One was sent a moment ago.
  record TooEarly(Duration waitFor) implements AskOutcome {}

  /// Too many wrong codes, or too many messages.
  record SlowedDown(Duration waitFor) implements AskOutcome {}

  /// None can be made now.
  ///
  /// @param reason what is in the way
  record NotPossible(String reason) implements AskOutcome {}

  /// The factor cannot be used.
  ///
  /// @param code `factor_not_usable`, `factor_disabled` or `factor_expired`
  record NotUsable(String code) implements AskOutcome {}
}
