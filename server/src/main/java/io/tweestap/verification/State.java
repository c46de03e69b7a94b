package io.tweestap.verification;

import java.util.Locale;
import java.util.Optional;

/// Where a verification is. All but `PENDING` are final, and stay readable with their reason.
public enum State {
  /// A code is out; it can be checked.
  PENDING,
  /// The right code came in time.
  APPROVED,
  /// The time was over.
  EXPIRED,
  /// The application withdrew it.
  CANCELED,
  /// Too many wrong codes.
  TOO_MANY_CHECKS,
  /// A check carried other details than those in the message (TXN-3, PSD-10).
  DETAILS_CHANGED;

  /// As it stands in the API and the database: `pending`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<State> of(String text) {
    for (State state : values()) {
      if (state.text().equals(text)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
