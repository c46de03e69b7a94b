package io.tweestap.login.web;

import io.tweestap.factor.Answer;
import io.tweestap.shared.web.Fields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the field `code`.
final class CodeField {
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}-]");

  private CodeField() {}

  /// The code as typed, without the spaces and dashes that people put between.
  static String read(@Nullable String code) {
    String typed = Fields.required("code", code);
    if (typed.length() > Answer.TEXT_MAX) {
      throw Fields.invalid("code", "is longer than any code");
    }
    String tidy = BETWEEN.matcher(typed).replaceAll("");
    return Fields.required("code", tidy);
  }
}
