package io.tweestap.sms;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Reads septets by the tables in force (3GPP TS 23.038 section 6.2.1).
final class Septets {
  private static final Map<Integer, Septets> KNOWN = new ConcurrentHashMap<>();
  private static final char NONE = 0;
  private static final int COUNT = 128;

  private final String basic;
  private final char[] extension = new char[COUNT];

  private Septets(String basic, String extension) {
    this.basic = basic;
    for (int at = 0; at < extension.length(); at += 3) {
      int septet = Integer.parseInt(extension, at, at + 2, 16);
      this.extension[septet] = extension.charAt(at + 2);
    }
  }

  /// @param single and `locking`: national language identifiers. The usual table stands for one
  ///   that is not known here, as it does for handsets
  static Septets of(int single, int locking) {
    Optional<Shift> behindEscape = shift(single);
    Optional<Shift> instead = shift(locking);
    int key = behindEscape.map(Shift::identifier).orElse(0) << 8;
    return KNOWN.computeIfAbsent(
        key | instead.map(Shift::identifier).orElse(0),
        _ ->
            new Septets(
                instead.flatMap(Shift::locking).orElse(Tables.BASIC),
                behindEscape.map(Shift::single).orElse(Tables.EXTENSION)));
  }

  private static Optional<Shift> shift(int identifier) {
    return Arrays.stream(Shift.values()).filter(one -> one.identifier() == identifier).findFirst();
  }

  /// Behind an escape, a septet that the table lacks is read from the basic one (section 6.2.1.1).
  /// An octet of more than seven bits is no septet: some operators pass on Latin-1 under this name.
  String read(byte[] octets) {
    StringBuilder text = new StringBuilder(octets.length);
    boolean escaped = false;
    for (byte octet : octets) {
      int value = Byte.toUnsignedInt(octet);
      if (value == Tables.ESCAPE && !escaped) {
        escaped = true;
      } else {
        text.append(character(value, escaped));
        escaped = false;
      }
    }
    return text.toString();
  }

  private char character(int value, boolean escaped) {
    if (value >= COUNT) {
      return (char) value;
    }
    if (escaped && extension[value] != NONE) {
      return extension[value];
    }
    return value == Tables.ESCAPE ? ' ' : basic.charAt(value);
  }
}
