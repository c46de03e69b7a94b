package io.tweestap.login.web;

import io.tweestap.factor.web.KeyResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/logins/{id}/enrollment/confirm`. `toString` does not show the code.
///
/// @param response of a security key that was made, in the place of a code
record ConfirmBody(
    @Nullable String code,
    @Nullable Map<String, @Nullable Object> response,
    @Nullable Boolean rememberBrowser) {
  String readCode() {
    return KeyResponse.orCode(response, code, () -> CodeField.read(code));
  }

  boolean readRemember() {
    return Boolean.TRUE.equals(rememberBrowser);
  }

  @Override
  public String toString() {
    return "ConfirmBody[]";
  }
}
