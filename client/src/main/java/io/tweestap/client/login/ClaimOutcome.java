package io.tweestap.client.login;

/// What came of taking the result of a login that was done on the hosted pages.
public sealed interface ClaimOutcome {
  /// It has passed, and this is the one time that it is told: log the user in.
  ///
  /// @param login has the browser's new token, if it is to keep one
  /// @param result what was proven, and how long the session lasts
  record Passed(Login login, LoginResult result) implements ClaimOutcome {}

  /// The return code is not the one of the browser that did the login. Log nobody in.
  record WrongCode() implements ClaimOutcome {}

  /// The result was taken before. Log nobody in.
  record ClaimedBefore() implements ClaimOutcome {}

  /// It has not passed yet.
  record NotYet(LoginStep next) implements ClaimOutcome {}

  /// It is over without having passed, or was not taken in time.
  ///
  /// @param state how it ended
  record Over(LoginState state) implements ClaimOutcome {}
}
