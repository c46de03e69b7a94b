package io.tweestap.sms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// How the text of a message from a handset is written, as its `data_coding` says (SMPP 3.4 section
/// 5.2.19, 3GPP TS 23.038 section 4).
public enum ReceivedCoding {
  /// One septet in each octet.
  GSM_7,
  LATIN_1,
  UCS_2,
  /// No text, or one in a coding that is not known here: shown in hexadecimal digits.
  BINARY;

  /// As it stands in the database and in answers: `gsm_7`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ReceivedCoding> of(String text) {
    return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
  }

  /// @param dataCoding 0 to 255
  public static ReceivedCoding of(int dataCoding) {
    return switch (dataCoding >> 4) {
      case 0x0 -> ofSmpp(dataCoding);
      case 0x1, 0x4, 0x5 -> ofAlphabet(dataCoding >> 2 & 3);
      case 0xC, 0xD -> GSM_7;
      case 0xE -> UCS_2;
      case 0xF -> (dataCoding & 4) == 0 ? GSM_7 : BINARY;
      // Compressed, or kept for later.
      default -> BINARY;
    };
  }

  private static ReceivedCoding ofSmpp(int dataCoding) {
    return switch (dataCoding) {
      case 0x0 -> GSM_7;
      case 0x1, 0x3 -> LATIN_1;
      case 0x8 -> UCS_2;
      default -> BINARY;
    };
  }

  private static ReceivedCoding ofAlphabet(int alphabet) {
    return switch (alphabet) {
      case 0 -> GSM_7;
      case 2 -> UCS_2;
      default -> BINARY;
    };
  }

  /// What the octets say. Never fails: what cannot be read becomes a replacement character.
  ///
  /// @param single identifier of the national table behind the escape; 0 for the usual one
  /// @param locking identifier of the national table instead of the basic one; 0 for the usual one
  String read(byte[] octets, int single, int locking) {
    return switch (this) {
      case GSM_7 -> Septets.of(single, locking).read(octets);
      case LATIN_1 -> new String(octets, ISO_8859_1);
      case UCS_2 -> utf16(octets);
      case BINARY -> HexFormat.of().formatHex(octets);
    };
  }

  /// Big-endian, unless a byte order mark says otherwise. Handsets also send surrogate pairs.
  private static String utf16(byte[] octets) {
    int even = octets.length & ~1;
    if (even >= 2 && octets[0] == (byte) 0xFF && octets[1] == (byte) 0xFE) {
      return new String(octets, 2, even - 2, UTF_16LE);
    }
    boolean marked = even >= 2 && octets[0] == (byte) 0xFE && octets[1] == (byte) 0xFF;
    return marked
        ? new String(octets, 2, even - 2, UTF_16BE)
        : new String(octets, 0, even, UTF_16BE);
  }
}
