package io.tweestap.client.inbound;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// How the text was written on the air.
///
/// - `gsm_7`: GSM 03.38, with the national tables of Turkish, Spanish and Portuguese
/// - `latin_1`: ISO 8859-1
/// - `ucs_2`: UTF-16
/// - `binary`: no text that can be read; it is shown in hexadecimal digits
public enum InboundEncoding {
  GSM_7,
  LATIN_1,
  UCS_2,
  BINARY,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
