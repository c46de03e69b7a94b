package io.tweestap.login.session;

import java.util.Locale;

/// What a session is at a moment. Only an active one may be used; none of the others comes back.
public enum SessionState {
  ACTIVE,
  /// Its time is over, whatever was done meanwhile (SES-2: overall timeout).
  EXPIRED,
  /// Nothing was done for too long (SES-2: inactivity timeout).
  IDLE,
  /// Somebody ended it: the user, staff, a change of password, a disconnect, a suspension.
  ENDED;

  /// As it stands in the API: `active`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
