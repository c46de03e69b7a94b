package io.tweestap.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How it ended.
public enum AuditResult {
  /// It was done.
  SUCCESS,
  /// It was tried and was wrong, such as a code that does not fit.
  FAILURE,
  /// It was not allowed, whatever was given.
  REFUSED;

  /// As it stands in the database and in answers: `success`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AuditResult> of(String text) {
    return Arrays.stream(values()).filter(value -> value.text().equals(text)).findFirst();
  }
}
