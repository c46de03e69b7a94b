package io.tweestap.client.factor;

import java.time.Duration;

/// What became of a code of a factor.
///
/// @param <T> what is there when it was right
public sealed interface VerifyOutcome<T> {
  /// It was right, and is spent by that.
  record Right<T>(T value) implements VerifyOutcome<T> {}

  /// It was wrong. Never which part of it.
  record Wrong<T>() implements VerifyOutcome<T> {}

  /// Too many wrong codes before; nothing was compared.
  record SlowedDown<T>(Duration waitFor) implements VerifyOutcome<T> {}

  /// It was used before: wait for the next one.
  record AlreadyUsed<T>() implements VerifyOutcome<T> {}

  /// The code that was sent, or the question, is not good any more: ask for a new one.
  ///
  /// @param reason what became of it, such as `expired`
  record ChallengeOver<T>(String reason) implements VerifyOutcome<T> {}

  /// The factor cannot be used.
  ///
  /// @param code `factor_not_usable`, `factor_disabled` or `factor_expired`
  record NotUsable<T>(String code) implements VerifyOutcome<T> {}

  /// The app took no notice of algorithm, digits or period: begin again without them.
  record ParametersIgnored<T>() implements VerifyOutcome<T> {}
}
