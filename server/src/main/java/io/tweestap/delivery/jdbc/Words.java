package io.tweestap.delivery.jdbc;

import org.jspecify.annotations.Nullable;

/// Words from outside, without what a database refuses (a NUL) or a terminal obeys: a result that
/// can never be written would have its message sent again and again.
final class Words {
  private static final int LENGTH_MAX = 1000;

  private Words() {}

  static @Nullable String clean(@Nullable String text) {
    return text == null ? null : clean(text, LENGTH_MAX);
  }

  static String clean(String text, int lengthMax) {
    return text.codePoints()
        .limit(lengthMax)
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
