package io.tweestap.client.route;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What learning may do.
///
/// - `off`: nothing is drawn
/// - `shadow`: what it would choose is kept beside what was chosen, and changes nothing
/// - `on`: it decides where no rule does
public enum LearningMode {
  OFF,
  SHADOW,
  ON,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
