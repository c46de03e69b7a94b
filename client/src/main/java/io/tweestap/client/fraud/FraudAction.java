package io.tweestap.client.fraud;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What was done about the code.
///
/// - `refused`: nothing was sent
/// - `would_refuse`: it was sent, since the guard only records
public enum FraudAction {
  REFUSED,
  WOULD_REFUSE,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
