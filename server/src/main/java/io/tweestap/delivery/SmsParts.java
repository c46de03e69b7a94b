package io.tweestap.delivery;

import java.util.ArrayList;
import java.util.List;

/// A text as the parts that a handset gets it in (SMS-4): GSM 03.38 with 160 septets in one part or
/// 153 in each of several, or UCS-2 with 70 or 67 units as soon as one character needs it.
///
/// A character of the extension table costs two septets, and one outside the basic plane two units;
/// neither pair is ever split between parts. Only the locking table is used, no national shift.
///
/// @param encoding how the text is encoded
/// @param texts the parts in order, one or more; an empty text is one empty part
public record SmsParts(Encoding encoding, List<String> texts) {
  /// The septets 00 to 7F; the escape itself (1B) stands for no character of a text.
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final String EXTENDED = "\f^{}\\[~]|€";
  private static final char ESCAPE = '\u001b';

  public SmsParts {
    texts = List.copyOf(texts);
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("a text has at least one part");
    }
  }

  /// How a text is encoded and how much fits.
  public enum Encoding {
    GSM_7(160, 153),
    UCS_2(70, 67);

    private final int alone;
    private final int together;

    Encoding(int alone, int together) {
      this.alone = alone;
      this.together = together;
    }

    /// Units that one character takes: septets, or 16-bit units.
    private int unitsOf(int character) {
      return this == UCS_2
          ? Character.charCount(character)
          : EXTENDED.indexOf(character) < 0 ? 1 : 2;
    }

    /// Units that a text takes.
    public int unitsOf(String text) {
      return text.codePoints().map(this::unitsOf).sum();
    }
  }

  /// Encodes and splits a text.
  public static SmsParts of(String text) {
    Encoding encoding =
        text.codePoints().allMatch(SmsParts::inGsm) ? Encoding.GSM_7 : Encoding.UCS_2;
    return encoding.unitsOf(text) <= encoding.alone
        ? new SmsParts(encoding, List.of(text))
        : new SmsParts(encoding, split(text, encoding));
  }

  /// How many parts are sent, and paid for.
  public int count() {
    return texts.size();
  }

  /// Septets or 16-bit units of the whole text.
  public int units() {
    return texts.stream().mapToInt(encoding::unitsOf).sum();
  }

  private static List<String> split(String text, Encoding encoding) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int used = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      int units = encoding.unitsOf(character);
      if (used + units > encoding.together) {
        parts.add(text.substring(from, at));
        from = at;
        used = 0;
      }
      used += units;
      at += Character.charCount(character);
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static boolean inGsm(int character) {
    return character != ESCAPE
        && (BASIC.indexOf(character) >= 0 || EXTENDED.indexOf(character) >= 0);
  }

  @Override
  public String toString() {
    return "SmsParts[" + encoding + ", " + count() + " parts, " + units() + " units]";
  }
}
