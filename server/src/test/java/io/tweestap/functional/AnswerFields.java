package io.tweestap.functional;

import io.tweestap.functional.Described.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The names of fields, at any depth, that an operation may answer with, whatever the status.
final class AnswerFields {
  private static final Pattern NAME = Pattern.compile("\"(\\w+)\"\\s*:");

  private final Set<String> names = new HashSet<>();

  /// Fields with names of their own inside, such as `metadata`.
  private final Set<String> open = new HashSet<>();

  private final Set<JsonNode> seen = new HashSet<>();

  private AnswerFields() {}

  static AnswerFields of(Operation operation) {
    AnswerFields all = new AnswerFields();
    for (JsonNode response : operation.node().get("responses")) {
      for (JsonNode content : Described.resolve(response).path("content")) {
        all.collect(content.path("schema"));
      }
    }
    return all;
  }

  /// The names in an answer, shortened or not, that it cannot have.
  Set<String> unknown(String shown) {
    String text = shown;
    for (String name : open) {
      text = text.replaceAll("\"" + name + "\"\\s*:\\s*\\{[^}]*}", "");
    }
    Set<String> found = new TreeSet<>();
    NAME.matcher(text).results().forEach(name -> found.add(name.group(1)));
    found.removeAll(names);
    return found;
  }

  private static boolean isOpen(JsonNode schema) {
    return schema.path("type").asString("").equals("object") && !schema.has("properties");
  }

  private void collect(JsonNode node) {
    JsonNode schema = Described.resolve(node);
    if (!schema.isObject() || !seen.add(schema)) {
      return;
    }
    schema
        .path("properties")
        .propertyStream()
        .forEach(property -> {
          names.add(property.getKey());
          if (isOpen(Described.resolve(property.getValue()))) {
            open.add(property.getKey());
          }
          collect(property.getValue());
        });
    collect(schema.path("items"));
    for (String part : List.of("allOf", "anyOf", "oneOf")) {
      schema.path(part).forEach(this::collect);
    }
  }
}
