package io.tweestap.user.web;

import io.tweestap.shared.web.Fields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/users/{ref}/addresses/{id}/confirm`. `toString` does not show the code.
record ConfirmBody(@Nullable String code) {
  private static final int LONGEST = 40;
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\p{Z}-]");

  /// The code as typed, without the spaces and dashes that people put between digits.
  String readCode() {
    String typed = Fields.required("code", code);
    if (typed.length() > LONGEST) {
      throw Fields.invalid("code", "is longer than any code");
    }
    return BETWEEN_DIGITS.matcher(typed).replaceAll("");
  }

  @Override
  public String toString() {
    return "ConfirmBody[]";
  }
}
