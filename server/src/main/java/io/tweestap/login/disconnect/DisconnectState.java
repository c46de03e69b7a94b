package io.tweestap.login.disconnect;

import java.util.Locale;
import java.util.Optional;

/// Where a disconnect is.
public enum DisconnectState {
  /// A second person must agree.
  PENDING,
  /// Carried out.
  DONE,
  /// Nobody agreed in time.
  EXPIRED,
  /// Whoever asked took it back.
  CANCELED;

  /// As it stands in the API and the database: `pending`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DisconnectState> of(String text) {
    for (DisconnectState state : values()) {
      if (state.text().equals(text)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
