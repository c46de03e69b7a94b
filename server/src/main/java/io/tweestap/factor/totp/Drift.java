package io.tweestap.factor.totp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.factor.token.TokenStock;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// How far a token's clock is off, in seconds, learned from its right codes (RFC 6238 section 6,
/// OTP-12).
///
/// A code tells the token's time to one step only, and people type late. So each code moves what is
/// known by a quarter of what it seems to say: somebody slow is not taken for a slow clock, and a
/// clock that drifts for months is followed.
final class Drift {
  /// The furthest drift of an app that is followed: a phone's clock can be set.
  static final Duration APP_MAX = Duration.ofMinutes(2);

  /// The furthest drift of a token that is followed, and that a resynchronization finds.
  static final Duration TOKEN_MAX = Duration.ofMinutes(20);

  private static final double WEIGHT = 0.25;

  private Drift() {}

  /// What is known after a right code.
  ///
  /// @param step the step whose code it was
  static int learned(StoredFactor before, Totp totp, long step, Instant now) {
    int known = before.drift();
    long next = Math.round(known + (of(totp, step, now) - known) * WEIGHT);
    boolean token = before.parameters().get(TokenStock.SERIAL).isPresent();
    long most = (token ? TOKEN_MAX : APP_MAX).toSeconds();
    return (int) Math.clamp(next, -most, most);
  }

  /// What a step says of a token's clock by itself.
  static int of(Totp totp, long step, Instant now) {
    return Math.toIntExact((step - totp.stepAt(now)) * totp.step().toSeconds());
  }

  /// The step of the last of some consecutive codes, as near as [#TOKEN_MAX]. The whole window is
  /// computed, so that the time taken does not tell where they are.
  static OptionalLong search(Totp totp, OtpSecret secret, List<String> codes, Instant now) {
    long reach = TOKEN_MAX.dividedBy(totp.step());
    long center = totp.stepAt(now);
    int last = codes.size() - 1;
    OptionalLong found = OptionalLong.empty();
    for (long step = Math.max(last, center - reach); step <= center + reach; step++) {
      boolean fits = true;
      for (int k = 0; k <= last; k++) {
        fits &= same(totp.codeAtStep(secret, step - last + k), codes.get(k));
      }
      found = fits ? OptionalLong.of(step) : found;
    }
    return found;
  }

  private static boolean same(String expected, String typed) {
    return MessageDigest.isEqual(expected.getBytes(UTF_8), typed.getBytes(UTF_8));
  }
}
