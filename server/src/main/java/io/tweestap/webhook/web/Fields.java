package io.tweestap.webhook.web;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.webhook.EventType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads fields and parameters, or says what is wrong with them.
final class Fields {
  private static final int MAX_DESCRIPTION = 200;

  private Fields() {}

  static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Problem.of(ProblemCode.MISSING_FIELD, "Give " + field + ".", Map.of("field", field));
    }
    return value;
  }

  static Problem invalid(String field, String detail) {
    return Problem.of(ProblemCode.INVALID_FIELD, detail, Map.of("field", field));
  }

  static Problem notFound(String what) {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no " + what + " with this id.");
  }

  /// Something that is no id is the id of nothing.
  static UUID id(String text, String what) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw notFound(what);
    }
  }

  static List<EventType> events(List<String> texts) {
    List<EventType> types = texts.stream().distinct().map(Fields::subscribable).toList();
    if (types.isEmpty()) {
      throw invalid("events", "Name at least one event type: " + subscribableTexts() + ".");
    }
    return types;
  }

  private static EventType subscribable(@Nullable String text) {
    return EventType.subscribable().stream()
        .filter(type -> type.text().equals(text))
        .findFirst()
        .orElseThrow(() -> invalid("events", "The event types are " + subscribableTexts() + "."));
  }

  private static String subscribableTexts() {
    return EventType.subscribable().stream().map(EventType::text).collect(Collectors.joining(", "));
  }

  static @Nullable String description(@Nullable String text) {
    if (text != null && text.length() > MAX_DESCRIPTION) {
      throw invalid("description", "The description may have at most 200 characters.");
    }
    return text;
  }
}
