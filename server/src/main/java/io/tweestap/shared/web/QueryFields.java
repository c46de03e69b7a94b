package io.tweestap.shared.web;

import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what lists are asked with: their conditions, and the two fields of a page.
public final class QueryFields {
  private QueryFields() {}

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
    return read("cursor", text, "must be the next_cursor of the page before", Cursor::read);
  }

  /// One of a set of words; empty where the caller names none.
  ///
  /// @param words empty for a word that is none of them
  public static <T> Optional<T> known(
      String field, @Nullable String text, Function<String, Optional<T>> words) {
    return read(field, text, "has a value that is not known", words);
  }

  /// A moment with its offset (RFC 3339); empty where the caller names none.
  public static Optional<Instant> moment(String field, @Nullable String text) {
    return read(field, text, "must be a moment such as 2026-12-01T09:00:00Z", MomentFields::read);
  }

  /// The id of something; empty where the caller names none.
  public static Optional<UUID> id(String field, @Nullable String text) {
    return read(field, text, "must be an id as answers show it", QueryFields::parseId);
  }

  private static <T> Optional<T> read(
      String field, @Nullable String text, String otherwise, Function<String, Optional<T>> form) {
    return Optional.ofNullable(text)
        .map(given -> form.apply(given).orElseThrow(() -> Fields.invalid(field, otherwise)));
  }

  private static Optional<UUID> parseId(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
