package io.tweestap.page.account;

import io.tweestap.factor.Answer;
import io.tweestap.factor.Bond;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what people type.
final class Typed {
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}-]");

  private Typed() {}

  /// A code without the spaces and dashes that people put between; empty when nothing is left, or
  /// when it is longer than any code.
  static Optional<String> code(String text) {
    return Optional.of(text)
        .filter(typed -> typed.length() <= Answer.TEXT_MAX)
        .map(typed -> BETWEEN.matcher(typed).replaceAll(""))
        .filter(typed -> !typed.isEmpty());
  }

  /// The response of a security key, as its script made it; empty when there is none.
  static Optional<String> response(String text) {
    return Optional.of(text)
        .filter(given -> !given.isBlank() && given.length() <= Answer.RESPONSE_MAX);
  }

  /// A name of 1 to 100 printable characters; empty when it is anything else.
  static Optional<String> name(String text) {
    return Optional.of(text.strip())
        .filter(typed -> !typed.isEmpty() && typed.length() <= Bond.NAME_MAX)
        .filter(typed -> typed.codePoints().noneMatch(Character::isISOControl));
  }
}
