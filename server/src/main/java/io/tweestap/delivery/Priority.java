package io.tweestap.delivery;

import java.util.Arrays;
import java.util.Optional;

/// Which messages go first. The number in the database is the ordinal: lower is sooner.
public enum Priority {
  /// A one-time code that somebody waits for.
  CODE("code"),
  /// Word to a user about the account, or of an application about what somebody ordered or asked.
  NOTICE("service"),
  /// Everything else.
  BULK("marketing");

  private final String text;

  Priority(String text) {
    this.text = text;
  }

  /// As it stands in the API: `service`.
  public String text() {
    return text;
  }

  public static Optional<Priority> of(String text) {
    return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
  }
}
