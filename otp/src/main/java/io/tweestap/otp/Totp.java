package io.tweestap.otp;

import static io.tweestap.otp.InvalidOtpInput.Reason.TIME;
import static io.tweestap.otp.InvalidOtpInput.Reason.TIME_STEP;
import static io.tweestap.otp.InvalidOtpInput.Reason.WINDOW;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;

/// Codes from the time (RFC 6238), counted from 1970-01-01T00:00:00Z.
///
/// @param algorithm what authenticator apps all know is SHA1
/// @param digits 6 to 8
/// @param step whole seconds, 1 to 120: a nonce must change at least every two minutes (NIST SP
///   800-63B-4 section 3.1.4.1)
public record Totp(Algorithm algorithm, int digits, Duration step) {
  /// The longest time step.
  public static final Duration MAX_STEP = Duration.ofSeconds(120);

  /// The most steps that [#verify] looks to either side.
  public static final int MAX_SKEW = 10;

  private static final TotpOutcome NO_MATCH = new TotpOutcome.NoMatch();

  /// @throws InvalidOtpInput `DIGITS` or `TIME_STEP`
  public Totp {
    requireNonNull(algorithm);
    Hotp.checkDigits(digits);
    if (step.compareTo(Duration.ofSeconds(1)) < 0
        || step.compareTo(MAX_STEP) > 0
        || step.getNano() != 0) {
      throw new InvalidOtpInput(TIME_STEP, "a time step is 1 to 120 whole seconds");
    }
  }

  /// SHA-1, 6 digits, 30 seconds: the one profile that every app computes alike.
  public static Totp standard() {
    return new Totp(Algorithm.SHA1, 6, Duration.ofSeconds(30));
  }

  /// The number of the step that holds a moment (RFC 6238 section 4.2).
  ///
  /// @param time 1970 or later
  /// @throws InvalidOtpInput `TIME`
  public long stepAt(Instant time) {
    if (time.getEpochSecond() < 0) {
      throw new InvalidOtpInput(TIME, "time steps begin in 1970");
    }
    return time.getEpochSecond() / step.toSeconds();
  }

  /// The code at a moment, leading zeros kept.
  ///
  /// @throws InvalidOtpInput `TIME` for a moment before 1970
  public String code(OtpSecret secret, Instant time) {
    return codeAtStep(secret, stepAt(time));
  }

  /// The code of one step.
  ///
  /// @param step 0 or greater
  /// @throws InvalidOtpInput `TIME`
  public String codeAtStep(OtpSecret secret, long step) {
    if (step < 0) {
      throw new InvalidOtpInput(TIME, "a step number is 0 or greater");
    }
    return hotp().code(algorithm.mac(secret), step);
  }

  /// Looks for a typed code at the given time and some steps to either side (RFC 6238 section 5.2).
  ///
  /// The whole window is computed whether or not the code fits early. Where two steps in the window
  /// happen to give the same code, the older one is reported. A code of another length or with
  /// other characters than digits never fits.
  ///
  /// @param now the verifier's own time; for a token with a known drift, shifted by it
  /// @param skew steps that may fit on either side, 0 to [#MAX_SKEW]; 1 is usual, 0 is strict
  /// @throws InvalidOtpInput `TIME` or `WINDOW`
  public TotpOutcome verify(OtpSecret secret, Instant now, int skew, String code) {
    if (skew < 0 || skew > MAX_SKEW) {
      throw new InvalidOtpInput(WINDOW, "skew is 0 to " + MAX_SKEW + " steps");
    }
    long center = stepAt(now);
    Hotp hotp = hotp();
    Mac mac = algorithm.mac(secret);
    TotpOutcome outcome = NO_MATCH;
    for (int offset = skew; offset >= -skew; offset--) {
      long candidate = center + offset;
      if (candidate >= 0 && ConstantTime.equal(hotp.code(mac, candidate), code)) {
        outcome = new TotpOutcome.Matched(candidate, offset);
      }
    }
    return outcome;
  }

  private Hotp hotp() {
    return new Hotp(algorithm, digits);
  }
}
