package io.tweestap.factor.apppassword;

import io.tweestap.user.UserRef;

/// The answer to an app password that a service was given.
public sealed interface VerifyOutcome {
  /// It is the user's, for this service, from this place, now.
  record Valid(UserRef user, AppPassword password) implements VerifyOutcome {}

  /// It is not, for whatever reason: nobody is told which (invariant 9).
  record NotValid() implements VerifyOutcome {}
}
