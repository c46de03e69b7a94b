package io.tweestap.login;

import io.tweestap.user.User;

/// Whether a factor may be begun in a login.
public sealed interface EnrollOutcome {
  /// For this user, now.
  record Allowed(User user, Visitor visitor) implements EnrollOutcome {}

  /// Not now.
  record Refused(StepOutcome why) implements EnrollOutcome {}
}
