package io.tweestap.sms;

import java.util.Arrays;

/// Characters and their septets: a basic table and one behind the escape.
final class Alphabet {
  static final Alphabet STANDARD = new Alphabet(Tables.BASIC, Tables.EXTENSION);

  /// No table has a character beyond this one (U+221E is the last).
  private static final int SIZE = 0x2300;

  private static final int NONE = -1;

  /// A septet; with the escape before it in the upper byte; or [#NONE].
  private final short[] septets = new short[SIZE];

  /// @param basic 128 characters, as [Tables#BASIC]
  /// @param extension pairs, as [Tables#EXTENSION]
  Alphabet(String basic, String extension) {
    Arrays.fill(septets, (short) NONE);
    for (int at = 0; at < extension.length(); at += 3) {
      int septet = Integer.parseInt(extension, at, at + 2, 16);
      septets[extension.charAt(at + 2)] = (short) (Tables.ESCAPE << 8 | septet);
    }
    for (int septet = 0; septet < basic.length(); septet++) {
      if (basic.charAt(septet) != Tables.ESCAPE) {
        septets[basic.charAt(septet)] = (short) septet;
      }
    }
  }

  /// Septets that a character takes: 1, 2 behind the escape, 0 when the tables do not have it.
  int septetsOf(int character) {
    int found = find(character);
    return found == NONE ? 0 : found > 0xff ? 2 : 1;
  }

  /// Writes a text's septets, one in each byte.
  ///
  /// @param text of characters that the tables have
  /// @return where the writing ended
  int write(String text, byte[] to, int at) {
    int next = at;
    for (int i = 0; i < text.length(); i++) {
      int found = find(text.charAt(i));
      if (found > 0xff) {
        to[next++] = (byte) Tables.ESCAPE;
      }
      to[next++] = (byte) (found & 0x7f);
    }
    return next;
  }

  private int find(int character) {
    return character < SIZE ? septets[character] : NONE;
  }
}
