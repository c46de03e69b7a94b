package io.tweestap.shared.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Makes a value safe to stand inside a message (SMS-5): one line, no control or invisible
/// characters, and nothing that a phone could take for the origin-bound last line.
public final class OneLine {
  private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");
  private static final Pattern ORIGIN_BOUND = Pattern.compile("@(\\S+) #");

  private OneLine() {}

  /// The value on one line, safe inside a message; may be empty.
  public static String of(String value) {
    String normal = Normalizer.normalize(value, Normalizer.Form.NFC);
    String line = WHITE.matcher(normal).replaceAll(" ").strip();
    return ORIGIN_BOUND.matcher(line).replaceAll("$1 ");
  }
}
