package io.tweestap.client.factor;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What a factor lives on, and is lost with.
///
/// - `app`: an app on a phone or computer; all apps count as one
/// - `token`: a thing of its own; each counts
/// - `phone_line`: a telephone line
/// - `paper`: printed or written down
/// - `staff`: given out by staff; no spare for anything
public enum FactorMedium {
  APP,
  TOKEN,
  PHONE_LINE,
  PAPER,
  STAFF,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
