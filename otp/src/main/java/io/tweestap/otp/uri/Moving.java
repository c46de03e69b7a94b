package io.tweestap.otp.uri;

import static io.tweestap.otp.InvalidOtpInput.Reason.COUNTER;
import static io.tweestap.otp.InvalidOtpInput.Reason.TIME_STEP;

import io.tweestap.otp.Hotp;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.Totp;
import java.time.Duration;

/// What moves a token's code on.
public sealed interface Moving {
  /// Time: a `totp` URI.
  ///
  /// @param period the time step, 1 to 120 whole seconds
  record ByTime(Duration period) implements Moving {
    /// @throws InvalidOtpInput `TIME_STEP`
    public ByTime {
      if (period.getNano() != 0 || period.isZero() || !withinBounds(period)) {
        throw new InvalidOtpInput(TIME_STEP, "a period is 1 to 120 whole seconds");
      }
    }

    private static boolean withinBounds(Duration period) {
      return !period.isNegative() && period.compareTo(Totp.MAX_STEP) <= 0;
    }
  }

  /// A counter: a `hotp` URI.
  ///
  /// @param counter the counter of the first code, 0 to [Hotp#MAX_COUNTER]
  record ByCounter(long counter) implements Moving {
    /// @throws InvalidOtpInput `COUNTER`
    public ByCounter {
      if (counter < 0 || counter > Hotp.MAX_COUNTER) {
        throw new InvalidOtpInput(COUNTER, "a counter is 0 to " + Hotp.MAX_COUNTER);
      }
    }
  }
}
