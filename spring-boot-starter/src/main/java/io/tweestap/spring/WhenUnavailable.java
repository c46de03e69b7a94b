package io.tweestap.spring;

/// What happens to a login when Tweestap cannot be reached.
public enum WhenUnavailable {
  /// Nobody is let in; the user is told so.
  CLOSED,
  /// The user is let in by the password alone: without the authority of a second factor, so that
  /// whatever asks for a recent second step stays closed. Each time is logged as a warning.
  OPEN
}
