package io.tweestap.client.policy;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// An assurance level of NIST SP 800-63B-4 that a policy keeps to. Longer times are refused.
/// - `aal1`: a login lasts at most 30 days.
/// - `aal2`: at most 24 hours, 1 hour without activity; no remembered browser takes the place of a
///   factor.
/// - `aal3`: at most 12 hours, 15 minutes without activity; only factors that resist phishing.
public enum AssuranceProfile {
  AAL1,
  AAL2,
  AAL3,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
