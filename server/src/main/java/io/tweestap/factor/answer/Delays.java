package io.tweestap.factor.answer;

import java.time.Duration;

/// What failures in a row lead to (NIST SP 800-63B-4 section 3.2.2, OTP-15): four are free, from
/// the fifth on each makes one wait, 30 seconds and twice as long each time, up to an hour; the
/// hundredth disables the factor.
public final class Delays {
  /// Failures in a row after which there is no wait yet.
  public static final int FREE = 4;

  /// Failures in a row that disable a factor.
  public static final int CAP = 100;

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int DOUBLINGS_MAX = 7;

  private Delays() {}

  /// How long to wait after so many failures in a row.
  ///
  /// @param failures 0 or more
  /// @return zero when there is no wait
  public static Duration after(int failures) {
    if (failures <= FREE) {
      return Duration.ZERO;
    }
    Duration wait = FIRST.multipliedBy(1L << Math.min(failures - FREE - 1, DOUBLINGS_MAX));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
