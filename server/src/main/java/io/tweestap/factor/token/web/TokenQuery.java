package io.tweestap.factor.token.web;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.token.HardwareToken;
import io.tweestap.factor.token.TokenFilter;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.Fields;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The query of `GET /v1/tokens`.
record TokenQuery(
    @Nullable String state,
    @Nullable String kind,
    @Nullable String serial,
    @Nullable String batch,
    @Nullable String cursor,
    @Nullable Integer limit) {
  TokenFilter read() {
    return new TokenFilter(
        known("state", state, HardwareToken.Where::of),
        known("kind", kind, FactorKind::of),
        printable("serial", serial),
        printable("batch", batch),
        known("cursor", cursor, Cursor::read),
        size());
  }

  private int size() {
    int size = limit == null ? Page.DEFAULT_SIZE : limit;
    if (size < 1 || size > Page.MAX_SIZE) {
      throw Fields.invalid("limit", "must be a number from 1 to " + Page.MAX_SIZE);
    }
    return size;
  }

  private static <T> Optional<T> known(
      String field, @Nullable String text, Function<String, Optional<T>> read) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<T> value = read.apply(text);
    if (value.isEmpty()) {
      throw Fields.invalid(field, "has a value that is not known");
    }
    return value;
  }

  /// The database takes no NUL.
  private static Optional<String> printable(String field, @Nullable String text) {
    if (text != null && text.codePoints().anyMatch(Character::isISOControl)) {
      throw Fields.invalid(field, "must be printable");
    }
    return Optional.ofNullable(text);
  }
}
