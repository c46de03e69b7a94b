package io.tweestap.client.disconnect;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// Where a disconnect is.
///
/// - `pending`: a second person must agree
/// - `done`: carried out
/// - `expired`: nobody agreed within an hour
/// - `canceled`: taken back or turned down
public enum DisconnectState {
  PENDING,
  DONE,
  EXPIRED,
  CANCELED,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
