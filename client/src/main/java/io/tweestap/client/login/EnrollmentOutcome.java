package io.tweestap.client.login;

import io.tweestap.client.factor.BeginFactorOutcome;

/// What came of beginning a factor in a login.
public sealed interface EnrollmentOutcome {
  /// As outside of a login.
  record Factor(BeginFactorOutcome outcome) implements EnrollmentOutcome {}

  /// The login asks for something else first.
  record WrongStep(LoginStep next) implements EnrollmentOutcome {}

  /// The login is over.
  ///
  /// @param state how it ended
  record Over(LoginState state) implements EnrollmentOutcome {}
}
