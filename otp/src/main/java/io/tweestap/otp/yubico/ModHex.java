package io.tweestap.otp.yubico;

import static io.tweestap.otp.InvalidOtpInput.Reason.MODHEX;

import io.tweestap.otp.InvalidOtpInput;

/// Hexadecimal in the sixteen letters that sit on the same keys of most keyboards.
public final class ModHex {
  private static final String ALPHABET = "cbdefghijklnrtuv";

  private ModHex() {}

  /// Lower-case ModHex, two characters per octet.
  public static String encode(byte[] octets) {
    StringBuilder text = new StringBuilder(octets.length * 2);
    for (byte octet : octets) {
      text.append(ALPHABET.charAt(octet >> 4 & 0xf)).append(ALPHABET.charAt(octet & 0xf));
    }
    return text.toString();
  }

  /// The octets of a text in either case.
  ///
  /// @throws InvalidOtpInput `MODHEX` for another character or an odd number of them
  public static byte[] decode(String text) {
    if (text.length() % 2 != 0) {
      throw new InvalidOtpInput(MODHEX, "ModHex has an even number of characters");
    }
    byte[] octets = new byte[text.length() / 2];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) (value(text.charAt(2 * i)) << 4 | value(text.charAt(2 * i + 1)));
    }
    return octets;
  }

  // By hand: String.toLowerCase would also turn letters of other scripts into these.
  private static int value(char c) {
    int value = ALPHABET.indexOf(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    if (value < 0) {
      throw new InvalidOtpInput(MODHEX, "bad ModHex character");
    }
    return value;
  }
}
