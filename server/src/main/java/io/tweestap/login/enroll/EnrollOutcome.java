package io.tweestap.login.enroll;

import io.tweestap.login.StepOutcome;
import io.tweestap.login.Visitor;
import io.tweestap.user.User;

/// Whether a factor may be begun in a login.
public sealed interface EnrollOutcome {
  /// For this user, now.
  record Allowed(User user, Visitor visitor) implements EnrollOutcome {}

  /// Not now.
  record Refused(StepOutcome why) implements EnrollOutcome {}
}
