package io.tweestap.factor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a factor is. docs/reference/factors.md has the diagram.
public enum FactorState {
  /// Begun; counts for nothing until one code from it was right (OTP-18).
  PENDING,
  /// Can be answered with.
  ACTIVE,
  /// Reported lost; comes back only when it is resumed (BND-5).
  SUSPENDED,
  /// Failed a hundred times in a row; must be removed and bound anew (OTP-15).
  DISABLED,
  /// Over. The record stays for a while, the secret is gone.
  REMOVED;

  /// As it stands in the API and the database: `pending`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FactorState> of(String text) {
    return Arrays.stream(values()).filter(state -> state.text().equals(text)).findFirst();
  }
}
