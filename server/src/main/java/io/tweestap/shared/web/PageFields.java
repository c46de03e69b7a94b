package io.tweestap.shared.web;

import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the two fields that every list with pages has.
public final class PageFields {
  private PageFields() {}

  /// How many a page has, 1 to [Page#MAX_SIZE]; the usual number when the caller names none.
  public static int size(@Nullable Integer limit) {
    int size = limit == null ? Page.DEFAULT_SIZE : limit;
    if (size < 1 || size > Page.MAX_SIZE) {
      throw Fields.invalid("limit", "must be a number from 1 to " + Page.MAX_SIZE);
    }
    return size;
  }

  /// Where the page before ended; empty for the first page.
  public static Optional<Cursor> cursor(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(given ->
            Cursor.read(given)
                .orElseThrow(
                    () -> Fields.invalid("cursor", "must be the next_cursor of the page before")));
  }
}
