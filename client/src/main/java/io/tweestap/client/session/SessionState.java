package io.tweestap.client.session;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What a session is now. Only an active one may be used; none of the others comes back.
///
/// - `active`: in use
/// - `expired`: its time is over
/// - `idle`: nothing was done for too long
/// - `ended`: the user, staff, a change of password, a disconnect or a suspension ended it
public enum SessionState {
  ACTIVE,
  EXPIRED,
  IDLE,
  ENDED,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
