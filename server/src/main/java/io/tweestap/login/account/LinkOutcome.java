package io.tweestap.login.account;

import java.time.Instant;

/// What became of the wish for a link.
public sealed interface LinkOutcome {
  /// It opens one visit in one browser.
  ///
  /// @param token what stands in it
  /// @param until from when on it opens nothing
  record Made(String token, Instant until) implements LinkOutcome {
    @Override
    public String toString() {
      return "Made[" + until + "]";
    }
  }

  /// The tenant has no such user.
  record UnknownUser() implements LinkOutcome {}

  /// The user is suspended or closed.
  record UserNotActive() implements LinkOutcome {}

  /// The return address is none of those that the tenant allows.
  record ReturnUrlNotAllowed() implements LinkOutcome {}

  /// The login is not one of this user that passed with a factor.
  record NotProven() implements LinkOutcome {}

  /// The factor was proven more than ten minutes ago.
  record ProofTooOld() implements LinkOutcome {}
}
