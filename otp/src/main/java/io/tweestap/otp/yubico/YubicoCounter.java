package io.tweestap.otp.yubico;

import static io.tweestap.otp.InvalidOtpInput.Reason.YUBICO_KEY;

import io.tweestap.otp.InvalidOtpInput;
import java.util.Comparator;

/// How far a YubiKey has come: power-ups first, touches within one after. Grows strictly from each
/// password to the next.
///
/// @param use times the key was plugged in, 0 to 32767; stops there for good
/// @param session touches since, 0 to 255; the next one counts a use
public record YubicoCounter(int use, int session) implements Comparable<YubicoCounter> {
  /// Below every real counter, since a key's first use is 1: what to store for a token never used.
  public static final YubicoCounter NONE = new YubicoCounter(0, 0);

  private static final Comparator<YubicoCounter> ORDER =
      Comparator.comparingInt(YubicoCounter::use).thenComparingInt(YubicoCounter::session);

  /// @throws InvalidOtpInput `YUBICO_KEY`
  public YubicoCounter {
    if (use < 0 || use > 0x7fff || session < 0 || session > 0xff) {
      throw new InvalidOtpInput(YUBICO_KEY, "use is 0 to 32767, session 0 to 255");
    }
  }

  @Override
  public int compareTo(YubicoCounter other) {
    return ORDER.compare(this, other);
  }
}
