package io.tweestap.delivery.receipt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

/// The octets of a receipt as text. The `data_coding` is not asked: operators send plain text as
/// UCS-2 (8) and UCS-2 as plain text, and some give the coding of the message itself.
final class ReceiptBytes {
  private ReceiptBytes() {}

  static String decode(byte[] octets) {
    if (startsWith(octets, 0xFE, 0xFF)) {
      return new String(octets, 2, octets.length - 2, UTF_16BE);
    }
    if (startsWith(octets, 0xFF, 0xFE)) {
      return new String(octets, 2, octets.length - 2, UTF_16LE);
    }
    if (mostlyZero(octets, 0)) {
      return new String(octets, UTF_16BE);
    }
    if (mostlyZero(octets, 1)) {
      return new String(octets, UTF_16LE);
    }
    return new String(octets, ISO_8859_1).replace('\0', ' ');
  }

  private static boolean startsWith(byte[] octets, int first, int second) {
    return octets.length >= 2 && octets[0] == (byte) first && octets[1] == (byte) second;
  }

  private static boolean mostlyZero(byte[] octets, int from) {
    int zeros = 0;
    for (int i = from; i < octets.length; i += 2) {
      zeros += octets[i] == 0 ? 1 : 0;
    }
    return octets.length >= 4 && zeros * 4 > octets.length;
  }
}
