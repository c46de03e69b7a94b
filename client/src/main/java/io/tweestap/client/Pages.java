package io.tweestap.client;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A list that may be long, fetched page by page while it is read. Each [#iterator] and [#stream]
/// starts anew; nothing is asked before the first element is.
///
/// @param <T> what is listed
public final class Pages<T> implements Iterable<T> {
  private final Source<T> source;

  /// Made by the client.
  public Pages(Source<T> source) {
    this.source = source;
  }

  /// Where pages come from.
  public interface Source<T> {
    /// @param cursor where the last page ended; missing for the first one
    Page<T> after(@Nullable String cursor);
  }

  /// One page.
  ///
  /// @param nextCursor missing on the last page
  public record Page<T>(List<T> data, @Nullable String nextCursor) {}

  @Override
  public Iterator<T> iterator() {
    return new Walk<>(source);
  }

  /// The same, as a stream. It holds nothing open.
  public Stream<T> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
        false);
  }

  private static final class Walk<T> implements Iterator<T> {
    private final Source<T> source;
    private @Nullable Page<T> page;
    private int at;

    private Walk(Source<T> source) {
      this.source = source;
    }

    @Override
    public boolean hasNext() {
      Page<T> here = page == null ? turn(null) : page;
      while (at >= here.data().size() && here.nextCursor() != null) {
        here = turn(here.nextCursor());
      }
      return at < here.data().size();
    }

    @Override
    public T next() {
      if (!hasNext() || page == null) {
        throw new NoSuchElementException();
      }
      return page.data().get(at++);
    }

    private Page<T> turn(@Nullable String cursor) {
      Page<T> next = source.after(cursor);
      page = next;
      at = 0;
      return next;
    }
  }
}
