package io.tweestap.client.login;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What the policy decided when the login began.
///
/// - `pass`: no second step
/// - `challenge`: one of the options is answered with
/// - `enroll`: a factor is set up, or may be
/// - `refuse`: no login
public enum LoginDecision {
  PASS,
  CHALLENGE,
  ENROLL,
  REFUSE,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
