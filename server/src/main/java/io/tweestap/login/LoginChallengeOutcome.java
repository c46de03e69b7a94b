package io.tweestap.login;

import io.tweestap.factor.ChallengeOutcome;

/// The answer to the wish for a challenge in a login.
public sealed interface LoginChallengeOutcome {
  /// What the factor made of it.
  record Made(ChallengeOutcome outcome) implements LoginChallengeOutcome {}

  /// The login does not take this factor.
  record NotAnOption() implements LoginChallengeOutcome {}

  /// The login asks for something else first.
  record NotNow(Step next) implements LoginChallengeOutcome {}

  /// The login is over.
  record Over(LoginState state) implements LoginChallengeOutcome {}

  /// The tenant has no such login.
  record NotFound() implements LoginChallengeOutcome {}
}
