package io.tweestap.verification.web;

import io.tweestap.shared.web.Fields;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/verifications/{id}/check`. `toString` does not show the code.
record CheckBody(@Nullable String code, @Nullable DetailsBody details) {
  private static final int LONGEST = 40;

  /// The code as typed, without the spaces and dashes that people put between digits.
  String readCode() {
    String typed = Fields.required("code", code);
    if (typed.length() > LONGEST) {
      throw Fields.invalid("code", "is longer than any code");
    }
    return typed.replaceAll("[\\s\\p{Z}-]", "");
  }

  @Override
  public String toString() {
    return "CheckBody[]";
  }
}
