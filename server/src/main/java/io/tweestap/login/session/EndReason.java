package io.tweestap.login.session;

import java.util.Locale;

/// Why sessions were ended before their time.
public enum EndReason {
  /// The user logged out, or ended a session in a list.
  USER,
  PASSWORD_CHANGED,
  FACTOR_CHANGED,
  DISCONNECTED,
  SUSPENDED,
  CLOSED;

  /// As it stands in the database and the audit: `password_changed`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
