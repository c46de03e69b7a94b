package io.tweestap.login.prompt;

import io.tweestap.login.LoginState;
import io.tweestap.login.Standing;
import io.tweestap.login.Step;

/// What became of the wish to take a login's result.
public sealed interface ClaimOutcome {
  /// It has passed, and this is the one time that it is told so.
  ///
  /// @param standing with the token of a remembered browser, if it is remembered
  record Claimed(Standing standing) implements ClaimOutcome {}

  /// The code is not the one that the browser brings which did the login.
  record WrongCode() implements ClaimOutcome {}

  /// It was taken before: a page that was reloaded, or a copy of its address.
  record Before() implements ClaimOutcome {}

  /// It has not passed yet.
  record NotYet(Step next) implements ClaimOutcome {}

  /// It is over without having passed, or it was not taken in time.
  record Over(LoginState state) implements ClaimOutcome {}

  /// The tenant has no such login, or it is not done on pages of ours.
  record NotFound() implements ClaimOutcome {}
}
