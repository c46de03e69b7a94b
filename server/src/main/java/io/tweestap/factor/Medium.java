package io.tweestap.factor;

import java.util.Locale;

/// What a factor lives on. Whoever loses one medium loses all that lives on it, so two factors are
/// each other's spare only on different ones (BND-2).
public enum Medium {
  /// An app on a phone or computer. All apps together count as one medium.
  APP,
  /// A thing made for it. Each token is a medium of its own.
  TOKEN,
  /// A telephone line.
  PHONE_LINE,
  /// Printed or written down.
  PAPER,
  /// Given by staff, once. Never counts as a spare.
  STAFF;

  /// As it stands in the API: `phone_line`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
