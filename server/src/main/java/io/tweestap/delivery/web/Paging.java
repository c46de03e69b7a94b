package io.tweestap.delivery.web;

import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The `limit` and `cursor` of a list, checked.
public final class Paging {
  private Paging() {}

  /// Rows of the page; the default when the caller names no number.
  public static int size(@Nullable Integer limit) {
    if (limit == null) {
      return Page.DEFAULT_SIZE;
    }
    if (limit < 1 || limit > Page.MAX_SIZE) {
      throw Problem.of(
          ProblemCode.INVALID_FIELD,
          "Choose a limit from 1 to " + Page.MAX_SIZE + ".",
          Map.of("field", "limit"));
    }
    return limit;
  }

  /// Where the page before ended; empty on the first one.
  public static Optional<Cursor> cursor(@Nullable String cursor) {
    if (cursor == null) {
      return Optional.empty();
    }
    Optional<Cursor> read = Cursor.read(cursor);
    if (read.isEmpty()) {
      throw Problem.of(
          ProblemCode.INVALID_FIELD,
          "Hand back the next_cursor of the page before as it was.",
          Map.of("field", "cursor"));
    }
    return read;
  }
}
