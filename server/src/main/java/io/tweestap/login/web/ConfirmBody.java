package io.tweestap.login.web;

import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/logins/{id}/enrollment/confirm`. `toString` does not show the code.
record ConfirmBody(@Nullable String code, @Nullable Boolean rememberBrowser) {
  String readCode() {
    return CodeField.read(code);
  }

  boolean readRemember() {
    return Boolean.TRUE.equals(rememberBrowser);
  }

  @Override
  public String toString() {
    return "ConfirmBody[]";
  }
}
