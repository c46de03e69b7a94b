package io.tweestap.delivery.jdbc;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/// One column of many rows, as a parameter for `unnest`.
final class Column {
  private Column() {}

  static <R> SqlArrayValue of(
      String type, Collection<R> rows, Function<R, ? extends @Nullable Object> value) {
    return new SqlArrayValue(type, rows.stream().map(value).toArray());
  }
}
