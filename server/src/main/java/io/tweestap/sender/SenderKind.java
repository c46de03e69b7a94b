package io.tweestap.sender;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a country's networks do with the sender of a message.
public enum SenderKind {
  /// Any name arrives as it is.
  ALPHANUMERIC,
  /// Only names that were registered there arrive.
  REGISTERED,
  /// Whatever is given, the networks put something else in its place.
  REPLACED,
  /// Only numbers arrive.
  NUMERIC;

  /// As it stands in the API and the database: `numeric`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SenderKind> of(String text) {
    return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
  }
}
