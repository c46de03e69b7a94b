package io.tweestap.delivery.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads single fields of a provider's JSON.
final class Json {
  private Json() {}

  /// A text, number or truth value at the pointer; empty for anything else.
  static Optional<String> value(JsonNode body, @Nullable String pointer) {
    return Optional.ofNullable(pointer)
        .map(body::at)
        .filter(node -> node.isValueNode() && !node.isNull())
        .map(JsonNode::asString)
        .filter(text -> !text.isEmpty());
  }
}
