package io.tweestap.risk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the fraud guard does about a code that breaks its rules. It cannot be switched off.
public enum FraudMode {
  /// Nothing is sent.
  ENFORCE,
  /// It is sent, and recorded as one that would not have been.
  RECORD_ONLY;

  /// As it stands in the API and the database: `record_only`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FraudMode> of(String text) {
    return Arrays.stream(values()).filter(mode -> mode.text().equals(text)).findFirst();
  }
}
