package io.tweestap.client.login;

import java.time.Duration;

/// What came of asking for a challenge.
public sealed interface ChallengeOutcome {
  /// A code is on its way, or a question is there, or none is needed.
  record Made(LoginChallenge challenge) implements ChallengeOutcome {}

  /// One was sent a moment ago.
  record TooEarly(Duration waitFor) implements ChallengeOutcome {}

  /// Too many wrong answers, or too many messages.
  record SlowedDown(Duration waitFor) implements ChallengeOutcome {}

  /// None can be made with this factor now: offer another one.
  ///
  /// @param reason what is in the way
  record NotPossible(String reason) implements ChallengeOutcome {}

  /// This factor cannot be answered with: offer another one.
  ///
  /// @param code `factor_not_usable`, `factor_disabled` or `factor_expired`
  record NotUsable(String code) implements ChallengeOutcome {}

  /// The login asks for something else first.
  record WrongStep(LoginStep next) implements ChallengeOutcome {}

  /// The login is over.
  ///
  /// @param state how it ended
  record Over(LoginState state) implements ChallengeOutcome {}
}
