package io.tweestap.factor.totp;

import io.tweestap.otp.Totp;
import java.time.Instant;

/// How far a token's clock is off, in seconds, learned from its right codes (RFC 6238 section 6,
/// OTP-12).
///
/// A code tells the token's time to one step only, and people type late. So each code moves what is
/// known by a quarter of what it seems to say: somebody slow is not taken for a slow clock, and a
/// clock that drifts for months is followed.
final class Drift {
  /// The furthest drift that is followed, in seconds. A token that is further off is resynchronized
  /// or replaced.
  static final int MAX_SECONDS = 120;

  private static final double WEIGHT = 0.25;

  private Drift() {}

  /// What is known after a right code.
  ///
  /// @param drift what was known before
  /// @param step the step whose code it was
  static int learned(int drift, Totp totp, long step, Instant now) {
    long seems = (step - totp.stepAt(now)) * totp.step().toSeconds();
    long next = Math.round(drift + (seems - drift) * WEIGHT);
    return (int) Math.clamp(next, -MAX_SECONDS, MAX_SECONDS);
  }
}
