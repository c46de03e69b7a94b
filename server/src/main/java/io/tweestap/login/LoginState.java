package io.tweestap.login;

import java.util.Locale;
import java.util.Optional;

/// Where a login is. All but `PENDING` are final, and stay readable.
public enum LoginState {
  /// Something is still asked for; [Step] says what.
  PENDING,
  /// All that was asked for was shown. This happens once.
  PASSED,
  /// Too many wrong answers.
  FAILED,
  /// The policy allows no login.
  REFUSED,
  /// The application, a suspension or a disconnect took it back.
  CANCELED,
  /// The time was over.
  EXPIRED,
  /// An answer came with another amount or payee than the login began with (TXN-3, PSD-10).
  DETAILS_CHANGED;

  /// As it stands in the API and the database: `pending`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<LoginState> of(String text) {
    for (LoginState state : values()) {
      if (state.text().equals(text)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
