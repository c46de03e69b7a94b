package io.tweestap.shared.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Words for a field of a request that is not right.
public final class Fields {
  private Fields() {}

  /// The value of a field that must be there.
  ///
  /// @throws Problem `missing_field` when it is null or an empty text
  public static <T> T required(String field, @Nullable T value) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      throw missing(field, field + " is required");
    }
    return value;
  }

  public static Problem missing(String field, String sentence) {
    return Problem.of(ProblemCode.MISSING_FIELD, sentence + ".", Map.of("field", field));
  }

  /// @param wrong continues a sentence that begins with the field: `must be a number`
  public static Problem invalid(String field, String wrong) {
    return Problem.of(ProblemCode.INVALID_FIELD, field + " " + wrong + ".", Map.of("field", field));
  }
}
