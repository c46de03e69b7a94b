package io.tweestap.otp;

import static io.tweestap.otp.InvalidOtpInput.Reason.BASE32_CHARACTER;
import static io.tweestap.otp.InvalidOtpInput.Reason.BASE32_LENGTH;

import java.io.ByteArrayOutputStream;

/// Base32 with the alphabet of RFC 4648 section 6: strict when writing, patient when reading,
/// because people type these texts from a screen.
public final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS_PER_CHARACTER = 5;
  private static final int GROUP = 8;

  private Base32() {}

  /// Upper-case Base32 without padding, the form of otpauth URIs. Empty for no octets.
  public static String encode(byte[] octets) {
    StringBuilder text = new StringBuilder((octets.length * 8 + 4) / BITS_PER_CHARACTER);
    int buffer = 0;
    int bits = 0;
    for (byte octet : octets) {
      buffer = buffer << 8 | octet & 0xff;
      bits += 8;
      while (bits >= BITS_PER_CHARACTER) {
        bits -= BITS_PER_CHARACTER;
        text.append(ALPHABET.charAt(buffer >>> bits & 0x1f));
      }
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt(buffer << BITS_PER_CHARACTER - bits & 0x1f));
    }
    return text.toString();
  }

  /// As [#encode], filled with `=` to a multiple of eight characters (RFC 4648 section 6).
  public static String encodePadded(byte[] octets) {
    String text = encode(octets);
    return text + "=".repeat((GROUP - text.length() % GROUP) % GROUP);
  }

  /// The octets of a Base32 text. Lower case, spaces, dashes and missing padding are accepted, and
  /// left-over bits of the last character may be anything, since some apps write them carelessly.
  ///
  /// @throws InvalidOtpInput `BASE32_CHARACTER` for a character outside the alphabet (0, 1, 8 and 9
  ///   are never read as letters: RFC 4648 section 3.4), `BASE32_LENGTH` for a text cut off inside
  ///   an octet or with padding that cannot be right
  public static byte[] decode(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length() * 5 / 8);
    int buffer = 0;
    int bits = 0;
    int characters = 0;
    int padding = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '-') {
        continue;
      }
      if (c == '=') {
        padding++;
        continue;
      }
      int value = value(c);
      if (padding > 0) {
        throw new InvalidOtpInput(BASE32_LENGTH, "Base32 goes on after its padding");
      }
      characters++;
      buffer = buffer << BITS_PER_CHARACTER | value;
      bits += BITS_PER_CHARACTER;
      if (bits >= 8) {
        bits -= 8;
        octets.write(buffer >>> bits);
      }
    }
    checkLength(characters, padding);
    return octets.toByteArray();
  }

  private static int value(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    if (c >= '2' && c <= '7') {
      return c - '2' + 26;
    }
    throw new InvalidOtpInput(BASE32_CHARACTER, "bad Base32 character " + printable(c));
  }

  private static String printable(char c) {
    return c > ' ' && c < 0x7f ? String.valueOf(c) : String.format("U+%04X", (int) c);
  }

  private static void checkLength(int characters, int padding) {
    int rest = characters % GROUP;
    if (rest == 1 || rest == 3 || rest == 6) {
      throw new InvalidOtpInput(BASE32_LENGTH, "Base32 text is cut off");
    }
    if (padding > 0 && (rest == 0 || padding != GROUP - rest)) {
      throw new InvalidOtpInput(BASE32_LENGTH, "Base32 text has wrong padding");
    }
  }
}
