package io.tweestap.client.user;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What may be done as a user.
/// - `active`: can log in.
/// - `suspended`: cannot log in until resumed; factors stay.
/// - `closed`: cannot log in any more, every factor is invalid; there is no way back.
public enum UserState {
  ACTIVE,
  SUSPENDED,
  CLOSED,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
