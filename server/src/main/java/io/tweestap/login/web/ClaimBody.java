package io.tweestap.login.web;

import io.tweestap.shared.web.Fields;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/logins/{id}/claim`. `toString` does not show the code.
record ClaimBody(@Nullable String returnCode) {
  private static final int CODE_MAX = 200;

  String readCode() {
    String code = Fields.required("return_code", returnCode);
    if (code.length() > CODE_MAX) {
      throw Fields.invalid("return_code", "is longer than any return code");
    }
    return code;
  }

  @Override
  public String toString() {
    return "ClaimBody[]";
  }
}
