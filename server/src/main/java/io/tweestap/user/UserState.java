package io.tweestap.user;

import java.util.Locale;
import java.util.Optional;

/// What may be done as a user.
public enum UserState {
  /// Can log in.
  ACTIVE,
  /// Cannot log in until resumed; factors stay.
  SUSPENDED,
  /// Cannot log in any more; every factor is invalid (BND-6). There is no way back.
  CLOSED;

  /// As it stands in the API and the database: `active`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<UserState> of(String text) {
    for (UserState state : values()) {
      if (state.text().equals(text)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
