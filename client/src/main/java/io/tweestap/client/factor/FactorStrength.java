package io.tweestap.client.factor;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// How much a kind of factor withstands.
///
/// - `restricted`: a code over the telephone network, which NIST restricts
/// - `standard`: a code that its holder may be tricked into typing on the wrong page
/// - `phishing_resistant`: bound to the page that asks
public enum FactorStrength {
  RESTRICTED,
  STANDARD,
  PHISHING_RESISTANT,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
