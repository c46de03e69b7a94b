package io.tweestap.risk.rule;

import java.util.List;
import java.util.Locale;

/// What codes and messages are counted by, and what is blocked, each within one tenant.
public enum Kind {
  /// The country of the number.
  COUNTRY,
  /// The number without its last four digits.
  PREFIX,
  /// The address of the visitor who causes the message.
  SOURCE,
  /// The number without its last four digits, for messages of an application's own.
  MESSAGE_PREFIX,
  /// The country of the number, for these.
  MESSAGE_COUNTRY,
  /// All of these.
  MESSAGE_TENANT;

  /// What codes are counted by.
  public static final List<Kind> OF_CODES = List.of(COUNTRY, PREFIX, SOURCE);

  /// @param text as it stands in the database
  public static Kind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /// As it stands in the database: `prefix`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
