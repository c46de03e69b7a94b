package io.tweestap.client.settings;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What a country's networks do with senders.
///
/// - `alphanumeric`: any name arrives
/// - `registered`: only names that were registered there arrive
/// - `replaced`: the networks put in what they want
/// - `numeric`: only numbers arrive
public enum SenderKind {
  ALPHANUMERIC,
  REGISTERED,
  REPLACED,
  NUMERIC,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
