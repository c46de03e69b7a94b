package io.tweestap.client.policy;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What a second step is for.
/// - `login`: a login.
/// - `payment`: confirming a payment; whoever holds a factor is always asked.
/// - `password_reset`: a forgotten password; whoever holds a factor is always asked, and nothing is
///   set up.
/// - `new_device`: a login on a device for the first time; no browser counts as remembered.
public enum StepPurpose {
  LOGIN,
  PAYMENT,
  PASSWORD_RESET,
  NEW_DEVICE,

  /// Users look after their own second step.
  ACCOUNT,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
