package io.tweestap.sms;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/// Writes a text with the characters of GSM 03.38 where its own only look finer: typographic
/// quotes, dashes, special spaces. Office programs put them in unasked, and a single one of them
/// more than halves what fits into a part.
public final class LookAlikes {
  private static final Map<Integer, String> REPLACED = table();

  private LookAlikes() {}

  /// The text in GSM 03.38 when replacing look-alikes gets it there; otherwise as it was, since
  /// replacing only some would gain nothing. Letters are never changed into other letters.
  public static String replaceIn(String text) {
    if (Coding.GSM_7.unitsOf(text).isPresent()) {
      return text;
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder replaced = new StringBuilder(composed.length());
    composed
        .codePoints()
        .forEach(character -> {
          String instead = REPLACED.get(character);
          if (instead == null) {
            replaced.appendCodePoint(character);
          } else {
            replaced.append(instead);
          }
        });
    String result = replaced.toString();
    return Coding.GSM_7.unitsOf(result).isPresent() ? result : text;
  }

  private static Map<Integer, String> table() {
    Map<Integer, String> table = new HashMap<>();
    put(table, "\"", 0x201C, 0x201D, 0x201E, 0x201F, 0x00AB, 0x00BB, 0x2033, 0x02BA, 0x301D);
    put(table, "'", 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x00B4, 0x0060, 0x02BC, 0x02B9);
    put(table, "<", 0x2039);
    put(table, ">", 0x203A);
    put(table, "-", 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x2043);
    put(table, " ", 0x00A0, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007);
    put(table, " ", 0x2008, 0x2009, 0x200A, 0x202F, 0x205F, 0x3000, 0x0009);
    put(table, "\n", 0x0085, 0x2028, 0x2029, 0x000B);
    put(table, "", 0x00AD, 0x200B, 0x2060, 0xFEFF);
    put(table, "...", 0x2026);
    put(table, "..", 0x2025);
    put(table, ".", 0x2024);
    put(table, "*", 0x2022, 0x2217);
    put(table, "x", 0x00D7);
    put(table, "/", 0x2044, 0x2215);
    put(table, "~", 0x02DC, 0x223C);
    put(table, "^", 0x02C6);
    put(table, "|", 0x2223, 0x01C0);
    put(table, "ff", 0xFB00);
    put(table, "fi", 0xFB01);
    put(table, "fl", 0xFB02);
    put(table, "(C)", 0x00A9);
    put(table, "(R)", 0x00AE);
    put(table, "TM", 0x2122);
    return Map.copyOf(table);
  }

  private static void put(Map<Integer, String> table, String instead, int... characters) {
    for (int character : characters) {
      table.put(character, instead);
    }
  }
}
