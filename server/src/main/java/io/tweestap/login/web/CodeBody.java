package io.tweestap.login.web;

import org.jspecify.annotations.Nullable;

/// A code that somebody typed. `toString` does not show it.
record CodeBody(@Nullable String code) {
  String readCode() {
    return CodeField.read(code);
  }

  @Override
  public String toString() {
    return "CodeBody[]";
  }
}
