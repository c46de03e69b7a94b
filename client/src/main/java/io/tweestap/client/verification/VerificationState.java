package io.tweestap.client.verification;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// Where a verification is. All but `pending` are final.
///
/// - `pending`: a code is out and can be checked
/// - `approved`: the right code came in time
/// - `expired`: the time was over
/// - `canceled`: your application withdrew it
/// - `too_many_checks`: too many wrong codes
/// - `details_changed`: a check carried other details than those in the message
public enum VerificationState {
  PENDING,
  APPROVED,
  EXPIRED,
  CANCELED,
  TOO_MANY_CHECKS,
  DETAILS_CHANGED,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
