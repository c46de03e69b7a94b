package io.tweestap.factor.totp;

import io.tweestap.factor.web.NewFactorBody;
import io.tweestap.otp.Algorithm;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.shared.web.Fields;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// Reads what an application wants of a TOTP factor.
final class TotpFields {
  private TotpFields() {}

  /// Algorithm, digits and period; what every app knows where nothing is said.
  static Totp profile(NewFactorBody body) {
    Totp usual = Totp.standard();
    Algorithm algorithm =
        body.algorithm() == null ? usual.algorithm() : algorithm(body.algorithm());
    int digits = body.digits() == null ? usual.digits() : digits(body.digits());
    Duration period =
        body.period() == null ? usual.step() : Duration.ofSeconds(period(body.period()));
    return new Totp(algorithm, digits, period);
  }

  private static Algorithm algorithm(String text) {
    return Arrays.stream(Algorithm.values())
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseThrow(() -> Fields.invalid("algorithm", "must be SHA1, SHA256 or SHA512"));
  }

  /// Apps know no seven.
  private static int digits(int digits) {
    if (digits != 6 && digits != 8) {
      throw Fields.invalid("digits", "must be 6 or 8");
    }
    return digits;
  }

  /// OTP-13: a code changes at least every two minutes.
  private static int period(int seconds) {
    if (seconds < 15 || seconds > Totp.MAX_STEP.toSeconds()) {
      throw Fields.invalid("period", "must be a number of seconds from 15 to 120");
    }
    return seconds;
  }

  /// The secret that the user's app has already, if there is one (OTP-5).
  static Optional<OtpSecret> secret(NewFactorBody body) {
    if (body.secret() == null) {
      return Optional.empty();
    }
    OtpSecret secret = base32(body.secret());
    if (secret.bits() < OtpSecret.MIN_GENERATED_BITS) {
      throw Fields.invalid(
          "secret", "has less than " + OtpSecret.MIN_GENERATED_BITS + " bits; make a new one");
    }
    return Optional.of(secret);
  }

  private static OtpSecret base32(String text) {
    try {
      return OtpSecret.ofBase32(text);
    } catch (InvalidOtpInput _) {
      throw Fields.invalid("secret", "must be Base32, as an app shows it");
    }
  }
}
