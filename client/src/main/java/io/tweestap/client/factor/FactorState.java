package io.tweestap.client.factor;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// Where a factor is. Only an active one can be answered with.
///
/// - `pending`: begun; becomes active with its first right code, or is given up after ten minutes
/// - `active`: in use
/// - `suspended`: reported lost; out of use until it is resumed
/// - `disabled`: failed a hundred times in a row; must be removed and set up anew
/// - `removed`: over
public enum FactorState {
  PENDING,
  ACTIVE,
  SUSPENDED,
  DISABLED,
  REMOVED,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
