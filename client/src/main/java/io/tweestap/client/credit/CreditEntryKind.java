package io.tweestap.client.credit;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// Why money moved.
///
/// - `payment`: the tenant paid
/// - `reservation`: messages were accepted
/// - `settlement`: messages were submitted or failed: spent, or given back
public enum CreditEntryKind {
  PAYMENT,
  RESERVATION,
  SETTLEMENT,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
