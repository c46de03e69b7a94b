package io.tweestap.shared;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/// Secrets that a person reads from paper or a screen and types: Douglas Crockford's Base32, whose
/// alphabet leaves out I, L, O and U. A character carries five bits.
public final class Crockford {
  /// Bits of one character.
  public static final int BITS = 5;

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final Pattern BETWEEN_CHARACTERS = Pattern.compile("[\\s\\p{Z}\\p{Pd}]");

  private Crockford() {}

  /// So many characters in lower case, each drawn evenly.
  public static String draw(SecureRandom random, int characters) {
    StringBuilder drawn = new StringBuilder(characters);
    for (int i = 0; i < characters; i++) {
      drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return drawn.toString();
  }

  /// The text in groups of so many characters with hyphens between, for reading aloud and typing.
  public static String grouped(String text, int size) {
    StringBuilder grouped = new StringBuilder(text.length() * 2);
    for (int i = 0; i < text.length(); i++) {
      if (i > 0 && i % size == 0) {
        grouped.append('-');
      }
      grouped.append(text.charAt(i));
    }
    return grouped.toString();
  }

  /// What was meant by what was typed: upper case counts as lower case, spaces and hyphens of any
  /// kind as nothing, O as 0, I and L as 1. Anything else stays as it is, and fits no secret.
  public static String read(String typed) {
    return BETWEEN_CHARACTERS
        .matcher(typed)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace('o', '0')
        .replace('i', '1')
        .replace('l', '1');
  }
}
