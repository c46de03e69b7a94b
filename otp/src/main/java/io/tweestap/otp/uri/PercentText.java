package io.tweestap.otp.uri;

import static io.tweestap.otp.InvalidOtpInput.Reason.URI_SYNTAX;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.otp.InvalidOtpInput;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/// Percent-encoding of UTF-8 (RFC 3986 section 2). A space is `%20`, and `+` is a plus sign.
final class PercentText {
  private PercentText() {}

  /// @param alsoPlain characters to leave as they are, besides the unreserved ones
  static String encode(String text, String alsoPlain) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte octet : text.getBytes(UTF_8)) {
      char c = (char) (octet & 0xff);
      if (unreserved(c) || alsoPlain.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append('%').append(hexDigit(octet >> 4)).append(hexDigit(octet));
      }
    }
    return encoded.toString();
  }

  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); ) {
      if (text.charAt(i) == '%') {
        octets.write(octetAt(text, i + 1));
        i += 3;
      } else {
        int codePoint = text.codePointAt(i);
        octets.writeBytes(Character.toString(codePoint).getBytes(UTF_8));
        i += Character.charCount(codePoint);
      }
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(octets.toByteArray())).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidOtpInput(URI_SYNTAX, "percent-encoding is not UTF-8");
    }
  }

  private static int octetAt(String text, int index) {
    if (index + 2 <= text.length()) {
      int high = hexValue(text.charAt(index));
      int low = hexValue(text.charAt(index + 1));
      if (high >= 0 && low >= 0) {
        return high << 4 | low;
      }
    }
    throw new InvalidOtpInput(URI_SYNTAX, "percent sign without two hexadecimal digits");
  }

  // Character.digit would take digits of other scripts, too.
  private static int hexValue(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static char hexDigit(int value) {
    return "0123456789ABCDEF".charAt(value & 0xf);
  }

  private static boolean unreserved(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || "-._~".indexOf(c) >= 0;
  }
}
