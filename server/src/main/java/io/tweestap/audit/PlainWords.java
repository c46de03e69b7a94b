package io.tweestap.audit;

import java.util.Set;
import java.util.regex.Pattern;

/// What may stand in the details of an event: no whole phone number, no mail address, no secret.
/// Finds what slipped in; it cannot know a secret that looks like any word.
final class PlainWords {
  static final int LENGTH_MAX = 200;
  private static final int DIGITS_MIN = 10;

  /// With a plus, or ten digits in a row that are no part of an id.
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\+[0-9](?:[ ().-]{0,3}[0-9]){6,}|(?<![0-9A-Za-z-])[0-9]{10,}(?![0-9A-Za-z-])");

  /// A masked one (`a***@example.org`) is none.
  private static final Pattern MAIL =
      Pattern.compile("[^\\s@<>\"*]+@[^\\s@<>\"]+\\.[^\\s@<>\".]{2,}");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Set<String> SECRETS =
      Set.of("code", "secret", "password", "seed", "pin", "email", "phone", "number");

  private PlainWords() {}

  static boolean isSecret(String name) {
    return SECRETS.contains(name);
  }

  static boolean isFit(String value) {
    return value.length() <= LENGTH_MAX && (isHarmless(value) || isClean(value));
  }

  /// Nearly all values are words and ids. Without these signs no pattern can match; the patterns
  /// took an eighth of the server's time for a login.
  private static boolean isHarmless(String value) {
    int digits = 0;
    for (int i = 0; i < value.length(); i++) {
      char at = value.charAt(i);
      digits = at >= '0' && at <= '9' ? digits + 1 : 0;
      if (at == '@' || at == '+' || digits >= DIGITS_MIN || Character.isISOControl(at)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isClean(String value) {
    return !CONTROL.matcher(value).find()
        && !NUMBER.matcher(value).find()
        && !MAIL.matcher(value).find();
  }

  static String made(String text) {
    String masked = MAIL.matcher(CONTROL.matcher(text).replaceAll(" ")).replaceAll("***");
    masked = NUMBER.matcher(masked).replaceAll("***");
    return masked.length() > LENGTH_MAX ? masked.substring(0, LENGTH_MAX) : masked;
  }
}
