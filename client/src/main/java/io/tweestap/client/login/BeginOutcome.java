package io.tweestap.client.login;

/// How a login begins.
public sealed interface BeginOutcome {
  /// No second step is needed: log the user in.
  ///
  /// @param result what was proven, and how long the session lasts
  record Passed(Login login, LoginResult result) implements BeginOutcome {}

  /// Something is to be answered; [Login#next] says what, [Login#options] with what.
  record Challenge(Login login) implements BeginOutcome {}

  /// A factor is to be set up, or may be.
  ///
  /// @param enrollment what, and whether it is required
  record Enroll(Login login, LoginEnrollment enrollment) implements BeginOutcome {}

  /// The policy allows no login; [Login#reasons] says why.
  record Refused(Login login) implements BeginOutcome {}

  /// The tenant has no such user. Tell the person no more than for a wrong password.
  record UnknownUser() implements BeginOutcome {}
}
