package io.tweestap.shared;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list, newest first: `{"data": [...], "next_cursor": "..."}`.
///
/// @param nextCursor to be handed back for the next page; null on the last one
public record Page<T>(List<T> data, @Nullable String nextCursor) {
  /// Rows of a page when the caller names no number.
  public static final int DEFAULT_SIZE = 50;

  /// The most rows that one page holds.
  public static final int MAX_SIZE = 200;

  public Page {
    data = List.copyOf(data);
  }

  /// Makes a page out of up to `size + 1` rows: the one too many only tells that there are more.
  public static <T> Page<T> of(List<T> rows, int size, Function<T, UUID> id) {
    if (rows.size() <= size) {
      return new Page<>(rows, null);
    }
    List<T> kept = rows.subList(0, size);
    return new Page<>(kept, new Cursor(id.apply(kept.getLast())).text());
  }

  /// The same page with each row shown in another form.
  public <R> Page<R> map(Function<? super T, ? extends R> form) {
    return new Page<>(data.stream().<R>map(form).toList(), nextCursor);
  }
}
