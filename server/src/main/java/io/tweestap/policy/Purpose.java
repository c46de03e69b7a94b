package io.tweestap.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a second step is for.
public enum Purpose {
  LOGIN,
  PAYMENT,
  PASSWORD_RESET,
  NEW_DEVICE,

  /// Users look after their own second step. It logs nobody in; what may be set up, and what is
  /// proven before, is judged as at a login.
  ACCOUNT;

  /// Whether whoever holds a factor proves it each time, whatever a policy says: a payment, a
  /// password reset (REC-7), which never skips or replaces the second step, and a change of one's
  /// factors (CS-3).
  public boolean alwaysAsks() {
    return this == PAYMENT || this == PASSWORD_RESET || this == ACCOUNT;
  }

  /// The purpose that policies name for this one.
  public Purpose judgedAs() {
    return this == ACCOUNT ? LOGIN : this;
  }

  /// As it stands in the API and the database: `password_reset`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Purpose> of(String text) {
    return Arrays.stream(values()).filter(purpose -> purpose.text().equals(text)).findFirst();
  }
}
