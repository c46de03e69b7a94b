package io.tweestap.factor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The kinds of factors.
public enum FactorKind {
  /// Codes from the time (RFC 6238): an authenticator app, or a token with a clock.
  TOTP(Strength.STANDARD, Medium.APP, "otp"),
  /// Codes from a counter (RFC 4226): a token with a button.
  HOTP(Strength.STANDARD, Medium.TOKEN, "otp"),
  /// The one-time passwords that a YubiKey types.
  YUBICO_OTP(Strength.STANDARD, Medium.TOKEN, "otp"),
  /// A response to a challenge (RFC 6287).
  OCRA(Strength.STANDARD, Medium.TOKEN, "otp"),
  /// A code to a phone. Which of `sms` and `tel` it was, only the answer knows.
  PHONE(Strength.RESTRICTED, Medium.PHONE_LINE, "mca"),
  /// One of a set of codes kept for the day on which everything else is lost.
  RECOVERY_CODE(Strength.STANDARD, Medium.PAPER, "otp"),
  /// A code that staff gives out after a loss: one use, at most a day.
  TEMPORARY_PASS(Strength.STANDARD, Medium.STAFF, "otp"),
  /// A security key or passkey (WebAuthn). Whether it can be copied to another device (`swk`) or
  /// not (`hwk`), only the answer knows.
  WEBAUTHN(Strength.PHISHING_RESISTANT, Medium.TOKEN, "pop", "user");

  private final Strength strength;
  private final Medium medium;
  private final Set<String> amr;

  FactorKind(Strength strength, Medium medium, String... amr) {
    this.strength = strength;
    this.medium = medium;
    this.amr = Set.of(amr);
  }

  /// As it stands in the API and the database: `yubico_otp`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Strength strength() {
    return strength;
  }

  /// What it usually lives on; a single factor may know better, see [Factor#medium].
  public Medium medium() {
    return medium;
  }

  /// What an answer adds to `amr` (RFC 8176).
  public Set<String> amr() {
    return amr;
  }

  /// Whether having one means being enrolled. What is only for emergencies does not.
  public boolean isSecondFactor() {
    return switch (this) {
      case TOTP, HOTP, YUBICO_OTP, OCRA, PHONE, WEBAUTHN -> true;
      case RECOVERY_CODE, TEMPORARY_PASS -> false;
    };
  }

  public static Optional<FactorKind> of(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
  }
}
