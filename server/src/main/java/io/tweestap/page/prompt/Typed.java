package io.tweestap.page.prompt;

import io.tweestap.factor.Answer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody typed, or what a security key said through the browser. `toString` shows none of
/// it.
///
/// @param text the code without the spaces and dashes that people put between; empty when nothing
///   is left, or when it is longer than any
/// @param fromKey whether it is that of a security key
record Typed(String text, boolean fromKey) {
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}-]");

  /// @param response the field that a security key's answer comes in; null where there is none
  static Typed read(String code, @Nullable String response) {
    if (response != null) {
      return new Typed(response.length() > Answer.RESPONSE_MAX ? "" : response, true);
    }
    boolean fits = code.length() <= Answer.TEXT_MAX;
    return new Typed(fits ? BETWEEN.matcher(code).replaceAll("") : "", false);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /// What to say when it is empty.
  String missing() {
    return fromKey ? "needs_script" : "empty";
  }

  @Override
  public String toString() {
    return "Typed[" + text.length() + " characters]";
  }
}
