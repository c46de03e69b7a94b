package io.tweestap.page.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns schemas into rows that people can read.
final class SchemaFields {
  private final OpenApiDocument document;

  SchemaFields(OpenApiDocument document) {
    this.document = document;
  }

  static String anchor(String schema) {
    return "data-" + schema;
  }

  /// The properties of an object; those of an object without a name of its own follow it, with the
  /// name of both: `limits.sends_per_address_hour`.
  List<DocsPage.Field> properties(JsonNode schema) {
    List<DocsPage.Field> fields = new ArrayList<>();
    addProperties(fields, "", document.resolve(schema));
    return List.copyOf(fields);
  }

  private void addProperties(List<DocsPage.Field> fields, String prefix, JsonNode schema) {
    Set<String> required =
        schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    schema
        .path("properties")
        .propertyStream()
        .forEach(property -> {
          String name = prefix + property.getKey();
          JsonNode value = property.getValue();
          fields.add(field(name, "", value, value, required.contains(property.getKey())));
          addProperties(fields, name + ".", value);
        });
  }

  /// A row for a parameter or a header.
  DocsPage.Field parameter(String name, JsonNode parameter) {
    return field(
        name,
        OpenApiDocument.text(parameter, "in"),
        parameter.path("schema"),
        parameter,
        parameter.path("required").asBoolean(false));
  }

  private DocsPage.Field field(
      String name, String place, JsonNode schema, JsonNode described, boolean required) {
    String text = OpenApiDocument.text(described, "description");
    if (text.isEmpty()) {
      text = OpenApiDocument.text(document.resolve(schema), "description").split("\n\n", -1)[0];
    }
    return new DocsPage.Field(
        name, place, type(schema), typeAnchor(schema), required, Prose.read(text), rules(schema));
  }

  private static String type(JsonNode schema) {
    String named = OpenApiDocument.refName(schema);
    if (!named.isEmpty()) {
      return named;
    }
    if (schema.has("anyOf")) {
      return schema
          .get("anyOf")
          .valueStream()
          .map(SchemaFields::type)
          .collect(Collectors.joining(" or "));
    }
    JsonNode type = schema.path("type");
    String kind =
        type.isArray()
            ? type.valueStream().map(JsonNode::asString).collect(Collectors.joining(" or "))
            : type.asString("");
    return kind.equals("array") ? "list of " + type(schema.path("items")) : kind;
  }

  private static @Nullable String typeAnchor(JsonNode schema) {
    String named = OpenApiDocument.refName(schema);
    String itemsNamed = OpenApiDocument.refName(schema.path("items"));
    if (named.isEmpty() && itemsNamed.isEmpty()) {
      return null;
    }
    return anchor(named.isEmpty() ? itemsNamed : named);
  }

  /// What a value may be, in words.
  private static String rules(JsonNode schema) {
    List<String> rules = new ArrayList<>();
    OpenApiDocument.words(rules, schema, "format", "format %s");
    between(rules, schema, "minimum", "maximum", "");
    between(rules, schema, "minLength", "maxLength", " characters");
    between(rules, schema, "minItems", "maxItems", " entries");
    OpenApiDocument.words(rules, schema, "exclusiveMinimum", "more than %s");
    OpenApiDocument.words(rules, schema, "pattern", "matches %s");
    OpenApiDocument.words(rules, schema, "default", "default %s");
    if (schema.has("enum")) {
      rules.add(
          "one of "
              + schema
                  .get("enum")
                  .valueStream()
                  .map(JsonNode::asString)
                  .collect(Collectors.joining(", ")));
    }
    return String.join("; ", rules);
  }

  private static void between(
      List<String> rules, JsonNode schema, String least, String most, String unit) {
    if (schema.has(least) && schema.has(most)) {
      rules.add(schema.get(least).asString() + " to " + schema.get(most).asString() + unit);
    } else {
      OpenApiDocument.words(rules, schema, least, "at least %s" + unit);
      OpenApiDocument.words(rules, schema, most, "at most %s" + unit);
    }
  }
}
