package io.tweestap.client.token;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// Where a hardware token is.
///
/// - `in_stock`: nobody has it
/// - `held`: for a user who has not confirmed it yet
/// - `assigned`: with a user
/// - `retired`: out of use for good; its seed is deleted
public enum TokenState {
  IN_STOCK,
  HELD,
  ASSIGNED,
  RETIRED,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
