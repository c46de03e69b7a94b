package io.tweestap.factor.apppassword;

/// The answer to the wish for an app password.
public sealed interface MakeOutcome {
  /// It is made.
  ///
  /// @param secret the password in groups, to be shown this once
  record Made(AppPassword password, String secret) implements MakeOutcome {
    @Override
    public String toString() {
      return "Made[" + password.id() + "]";
    }
  }

  /// The user's proof is older than ten minutes, or lies in the future (APP-3).
  record ProofTooOld() implements MakeOutcome {}

  /// The end lies in the past.
  record ExpiresTooEarly() implements MakeOutcome {}

  /// The user has as many as allowed.
  record TooMany() implements MakeOutcome {}

  /// The user is suspended or closed.
  record UserNotActive() implements MakeOutcome {}
}
