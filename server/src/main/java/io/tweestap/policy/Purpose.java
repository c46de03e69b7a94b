package io.tweestap.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a second step is for.
public enum Purpose {
  LOGIN,
  PAYMENT,
  PASSWORD_RESET,
  NEW_DEVICE;

  /// Whether whoever holds a factor proves it each time, whatever a policy says: a payment, and a
  /// password reset (REC-7), which never skips or replaces the second step.
  public boolean alwaysAsks() {
    return this == PAYMENT || this == PASSWORD_RESET;
  }

  /// As it stands in the API and the database: `password_reset`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Purpose> of(String text) {
    return Arrays.stream(values()).filter(purpose -> purpose.text().equals(text)).findFirst();
  }
}
