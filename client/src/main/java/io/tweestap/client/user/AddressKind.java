package io.tweestap.client.user;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What kind of address it is.
/// - `email`: a mail address.
/// - `phone`: a phone number.
public enum AddressKind {
  EMAIL,
  PHONE,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
