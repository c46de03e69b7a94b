package io.tweestap.factor.token.web;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.token.HardwareToken;
import io.tweestap.factor.token.TokenFilter;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.QueryFields;
import java.util.Optional;
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
        QueryFields.known("state", state, HardwareToken.Where::of),
        QueryFields.known("kind", kind, FactorKind::of),
        printable("serial", serial),
        printable("batch", batch),
        QueryFields.cursor(cursor),
        QueryFields.size(limit));
  }

  /// The database takes no NUL.
  private static Optional<String> printable(String field, @Nullable String text) {
    if (text != null && text.codePoints().anyMatch(Character::isISOControl)) {
      throw Fields.invalid(field, "must be printable");
    }
    return Optional.ofNullable(text);
  }
}
