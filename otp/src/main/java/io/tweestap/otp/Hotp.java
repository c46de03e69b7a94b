package io.tweestap.otp;

import static io.tweestap.otp.InvalidOtpInput.Reason.CODE_COUNT;
import static io.tweestap.otp.InvalidOtpInput.Reason.COUNTER;
import static io.tweestap.otp.InvalidOtpInput.Reason.DIGITS;
import static io.tweestap.otp.InvalidOtpInput.Reason.MAC_LENGTH;
import static io.tweestap.otp.InvalidOtpInput.Reason.WINDOW;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.List;
import javax.crypto.Mac;

/// Codes from a counter (RFC 4226).
///
/// @param algorithm SHA1 by the RFC; the others as in TOTP
/// @param digits 6 to 8
public record Hotp(Algorithm algorithm, int digits) {
  /// The fewest digits of a code (RFC 4226 section 5.3).
  public static final int MIN_DIGITS = 6;

  /// The most digits of a HOTP or TOTP code; a ninth would not be evenly distributed.
  public static final int MAX_DIGITS = 8;

  /// The greatest counter, so that the next one still fits a `long`.
  public static final long MAX_COUNTER = Long.MAX_VALUE - 1;

  /// The most counters that [#verify] looks ahead.
  public static final int MAX_LOOK_AHEAD = 100;

  /// The widest window that [#resync] searches.
  public static final int MAX_RESYNC_WINDOW = 10_000;

  private static final HotpOutcome NO_MATCH = new HotpOutcome.NoMatch();

  /// @throws InvalidOtpInput `DIGITS`
  public Hotp {
    requireNonNull(algorithm);
    checkDigits(digits);
  }

  /// SHA-1 and 6 digits, what most tokens do.
  public static Hotp standard() {
    return new Hotp(Algorithm.SHA1, MIN_DIGITS);
  }

  /// The code at a counter, leading zeros kept (RFC 4226 section 5.3).
  ///
  /// @param counter 0 to [#MAX_COUNTER]
  /// @throws InvalidOtpInput `COUNTER`
  public String code(OtpSecret secret, long counter) {
    checkCounter(counter);
    return code(algorithm.mac(secret), counter);
  }

  /// Looks for a typed code at the expected counter and a few after it (RFC 4226 section 7.4).
  ///
  /// The whole window is computed whether or not the code fits early, so the time taken does not
  /// tell where. A code of another length or with other characters than digits never fits.
  ///
  /// @param counter the stored counter, the first that may fit; 0 to [#MAX_COUNTER]
  /// @param lookAhead how many further counters may fit, 0 to [#MAX_LOOK_AHEAD]; each makes
  ///   guessing easier by one
  /// @throws InvalidOtpInput `COUNTER` or `WINDOW`
  public HotpOutcome verify(OtpSecret secret, long counter, int lookAhead, String code) {
    checkCounter(counter);
    checkWindow(lookAhead, 0, MAX_LOOK_AHEAD);
    return search(secret, counter, lookAhead, List.of(code));
  }

  /// Finds a token again that ran far ahead, by two or three codes in a row (RFC 4226 section 7.4
  /// and appendix E.4). One code is not enough in a window this wide.
  ///
  /// @param counter the stored counter; 0 to [#MAX_COUNTER]
  /// @param window how many counters after it the first code may fit, 1 to [#MAX_RESYNC_WINDOW]
  /// @param codes 2 or 3 consecutive codes, oldest first
  /// @return on success the counter of the last code, and the next one to store
  /// @throws InvalidOtpInput `COUNTER`, `WINDOW` or `CODE_COUNT`
  public HotpOutcome resync(OtpSecret secret, long counter, int window, List<String> codes) {
    checkCounter(counter);
    checkWindow(window, 1, MAX_RESYNC_WINDOW);
    if (codes.size() < 2 || codes.size() > 3) {
      throw new InvalidOtpInput(CODE_COUNT, "resynchronization takes 2 or 3 consecutive codes");
    }
    return search(secret, counter, window, List.copyOf(codes));
  }

  private HotpOutcome search(OtpSecret secret, long first, int window, List<String> codes) {
    int last = codes.size() - 1;
    // Near the end of all counters the window is cut, since no next counter could be stored.
    int width = (int) Math.min(window, MAX_COUNTER - first - last);
    Mac mac = algorithm.mac(secret);
    long found = -1;
    String[] expected = new String[Math.max(0, width + 1 + last)];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = code(mac, first + i);
    }
    for (int i = width; i >= 0; i--) {
      boolean fits = true;
      for (int k = 0; k <= last; k++) {
        fits &= ConstantTime.equal(expected[i + k], codes.get(k));
      }
      found = fits ? first + i + last : found;
    }
    return found < 0 ? NO_MATCH : new HotpOutcome.Matched(found, found + 1);
  }

  String code(Mac mac, long movingFactor) {
    byte[] value = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(movingFactor).array());
    return truncate(value, digits);
  }

  /// Dynamic truncation of an HMAC value to decimal digits (RFC 4226 section 5.3).
  ///
  /// @param hmac at least 20 octets
  /// @param digits 4 to 10, the widest range that OCRA asks for; leading zeros are kept
  /// @throws InvalidOtpInput `DIGITS` or `MAC_LENGTH`
  public static String truncate(byte[] hmac, int digits) {
    if (digits < 4 || digits > 10) {
      throw new InvalidOtpInput(DIGITS, "truncation gives 4 to 10 digits");
    }
    if (hmac.length < Algorithm.SHA1.lengthBytes()) {
      throw new InvalidOtpInput(MAC_LENGTH, "truncation needs an HMAC of 20 octets or more");
    }
    int offset = hmac[hmac.length - 1] & 0xf;
    int binary = ByteBuffer.wrap(hmac).getInt(offset) & 0x7fff_ffff;
    String decimal = Integer.toString(binary);
    return decimal.length() >= digits
        ? decimal.substring(decimal.length() - digits)
        : "0".repeat(digits - decimal.length()) + decimal;
  }

  static void checkDigits(int digits) {
    if (digits < MIN_DIGITS || digits > MAX_DIGITS) {
      throw new InvalidOtpInput(DIGITS, "a code has 6 to 8 digits");
    }
  }

  private static void checkCounter(long counter) {
    if (counter < 0 || counter > MAX_COUNTER) {
      throw new InvalidOtpInput(COUNTER, "a counter is 0 to " + MAX_COUNTER);
    }
  }

  private static void checkWindow(int window, int min, int max) {
    if (window < min || window > max) {
      throw new InvalidOtpInput(WINDOW, "this window is " + min + " to " + max);
    }
  }
}
