package io.tweestap.page.docs;

import static io.tweestap.page.docs.OpenApiDocument.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Reads the OpenAPI document into the page.
final class DocsReader {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final OpenApiDocument document;
  private final OperationReader operations;
  private final SchemaFields fields;

  DocsReader(OpenApiDocument document) {
    this.document = document;
    this.operations = new OperationReader(document);
    this.fields = new SchemaFields(document);
  }

  DocsPage page() {
    JsonNode info = document.root().path("info");
    JsonNode components = document.root().path("components");
    return new DocsPage(
        text(info, "title"),
        text(info, "version"),
        Prose.read(text(info, "description")),
        document.root().path("tags").valueStream().map(this::section).toList(),
        components
            .path("schemas")
            .propertyStream()
            .map(schema -> data(schema.getKey(), schema.getValue()))
            .toList(),
        components.path("examples").valueStream().map(DocsReader::trouble).toList());
  }

  private DocsPage.Section section(JsonNode tag) {
    String name = text(tag, "name");
    List<DocsPage.Operation> found = new ArrayList<>();
    document
        .root()
        .path("paths")
        .propertyStream()
        .forEach(path ->
            path.getValue()
                .propertyStream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .filter(entry -> isTagged(entry.getValue(), name))
                .map(entry -> operations.call(path.getKey(), entry.getKey(), entry.getValue()))
                .forEach(found::add));
    events(name).map(operations::event).forEach(found::add);
    return new DocsPage.Section(
        "tag-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'),
        name,
        Prose.read(text(tag, "description")),
        List.copyOf(found));
  }

  private Stream<JsonNode> events(String tag) {
    return document
        .root()
        .path("webhooks")
        .valueStream()
        .map(event -> event.path("post"))
        .filter(operation -> isTagged(operation, tag));
  }

  private static boolean isTagged(JsonNode operation, String tag) {
    return operation.path("tags").valueStream().anyMatch(name -> name.asString().equals(tag));
  }

  private DocsPage.Data data(String name, JsonNode schema) {
    return new DocsPage.Data(
        SchemaFields.anchor(name),
        name,
        Prose.read(text(schema, "description")),
        fields.properties(schema),
        schema.path("enum").valueStream().map(JsonNode::asString).toList());
  }

  private static DocsPage.Trouble trouble(JsonNode example) {
    JsonNode value = example.path("value");
    String code = text(value, "code");
    return new DocsPage.Trouble(
        "problem-" + code,
        code,
        value.path("status").asInt(),
        text(example, "summary"),
        Prose.read(text(example, "description")),
        Samples.pretty(value));
  }
}
