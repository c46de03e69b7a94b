package io.tweestap.factor.web;

import io.tweestap.shared.web.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Codes in a row, oldest first. `toString` does not show them.
record ResyncBody(@Nullable List<@Nullable String> codes, @Nullable String sourceIp) {
  List<String> read() {
    List<@Nullable String> given = Fields.required("codes", codes);
    if (given.size() < 2 || given.size() > 3) {
      throw Fields.invalid("codes", "must be two or three codes in a row, oldest first");
    }
    return given.stream().map(code -> CodeBody.code(code, "codes")).toList();
  }

  @Override
  public String toString() {
    return "ResyncBody[]";
  }
}
