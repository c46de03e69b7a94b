package io.tweestap.login;

import java.util.Locale;

/// What was decided when a login began.
public enum DecisionKind {
  /// No second step.
  PASS,
  /// One of the options must be proven.
  CHALLENGE,
  /// A factor is set up, or may be.
  ENROLL,
  /// No login.
  REFUSE;

  /// As it stands in the API: `challenge`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
