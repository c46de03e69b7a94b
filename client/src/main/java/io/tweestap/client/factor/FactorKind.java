package io.tweestap.client.factor;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What somebody proves with.
///
/// - `totp`: codes from the time: an authenticator app, or a token with a clock
/// - `hotp`: codes from a counter: a token with a button
/// - `yubico_otp`: the one-time passwords that a YubiKey types
/// - `ocra`: a response to a challenge
/// - `phone`: a code to a phone
/// - `recovery_code`: one of a set of codes kept for an emergency
/// - `temporary_pass`: a code that staff gives out after a loss
/// - `webauthn`: a security key or passkey, bound to the site that asks
public enum FactorKind {
  TOTP,
  HOTP,
  YUBICO_OTP,
  OCRA,
  PHONE,
  RECOVERY_CODE,
  TEMPORARY_PASS,
  WEBAUTHN,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
