package io.tweestap.tenant.web;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the fields of a JSON object that are there, with their kind checked; a field that is
/// missing leaves things as they are.
record BodyFields(ObjectNode body) {
  private static final int NAME_SHOWN_MAX = 64;

  BodyFields requireKnown(Set<String> known) {
    for (String name : body.propertyNames()) {
      if (!known.contains(name)) {
        String field = shown(name);
        throw Problem.of(
            ProblemCode.UNKNOWN_FIELD,
            "Leave out " + field + " or correct its name.",
            Map.of("field", field));
      }
    }
    return this;
  }

  Optional<String> text(String field) {
    return field(field, "a text", JsonNode::isString, JsonNode::stringValue);
  }

  /// Whether the field is there and says `null`.
  boolean isNull(String field) {
    JsonNode node = body.get(field);
    return node != null && node.isNull();
  }

  Optional<Boolean> truth(String field) {
    return field(field, "true or false", JsonNode::isBoolean, JsonNode::booleanValue);
  }

  Optional<ObjectNode> object(String field) {
    return field(field, "an object", JsonNode::isObject, JsonNode::asObject);
  }

  Optional<Set<String>> texts(String field) {
    return field(field, "a list of texts", BodyFields::isTexts, BodyFields::set);
  }

  private <T> Optional<T> field(
      String name, String kind, Function<JsonNode, Boolean> fits, Function<JsonNode, T> value) {
    JsonNode node = body.get(name);
    if (node == null) {
      return Optional.empty();
    }
    if (!fits.apply(node)) {
      throw wrongKind(name, kind);
    }
    return Optional.of(value.apply(node));
  }

  static Problem wrongKind(String field, String kind) {
    return Problem.of(
        ProblemCode.INVALID_FIELD,
        "The value of " + field + " is " + kind + ".",
        Map.of("field", field));
  }

  /// A name from outside, fit to be repeated in an answer.
  static String shown(String name) {
    String printable = name.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.substring(0, Math.min(printable.length(), NAME_SHOWN_MAX));
  }

  private static boolean isTexts(JsonNode node) {
    return node.isArray() && node.valueStream().allMatch(JsonNode::isString);
  }

  private static Set<String> set(JsonNode texts) {
    Set<String> set = new LinkedHashSet<>();
    texts.forEach(text -> set.add(text.stringValue()));
    return set;
  }
}
