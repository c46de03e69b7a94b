package io.tweestap.client.login;

/// What came of putting off to set up a factor.
public sealed interface SkipOutcome {
  /// It is put off, and the login has passed with one factor.
  record Passed(Login login, LoginResult result) implements SkipOutcome {}

  /// It is put off, and the login asks for something else.
  record Continues(Login login) implements SkipOutcome {}

  /// It cannot be put off: the user sets up a factor now.
  record NoSkipLeft() implements SkipOutcome {}

  /// The login asks for something else first.
  record WrongStep(LoginStep next) implements SkipOutcome {}

  /// The login is over.
  ///
  /// @param state how it ended
  record Over(LoginState state) implements SkipOutcome {}
}
