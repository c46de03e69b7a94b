package io.tweestap.client.policy;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What happens to a user at a login on a browser that nobody remembers.
/// - `pass`: logs in without a second step.
/// - `challenge`: is asked for the second step.
/// - `enroll_offered`: logs in and is offered to set up a second step.
/// - `enroll_required`: does not get in before a second step is set up.
/// - `refused`: does not get in.
public enum PolicyOutcome {
  PASS,
  CHALLENGE,
  ENROLL_OFFERED,
  ENROLL_REQUIRED,
  REFUSED,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
