package io.tweestap.client.fraud;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What the guard does about a code that breaks its rules.
///
/// - `enforce`: nothing is sent
/// - `record_only`: it is sent, and recorded as one that would not have been
public enum FraudMode {
  ENFORCE,
  RECORD_ONLY,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
