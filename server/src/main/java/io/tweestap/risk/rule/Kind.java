package io.tweestap.risk.rule;

import java.util.Locale;

/// What codes are counted by, and what is blocked, each within one tenant.
public enum Kind {
  /// The country of the number.
  COUNTRY,
  /// The number without its last four digits.
  PREFIX,
  /// The address of the visitor who causes the message.
  SOURCE;

  /// As it stands in the database: `prefix`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
