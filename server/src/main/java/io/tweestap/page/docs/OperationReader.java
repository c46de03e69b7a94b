package io.tweestap.page.docs;

import static io.tweestap.page.docs.OpenApiDocument.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns one operation of the document into what the page shows of it.
final class OperationReader {
  private static final String PROBLEM = "application/problem+json";

  private final OpenApiDocument document;
  private final SchemaFields fields;
  private final CurlCommand curl;

  OperationReader(OpenApiDocument document) {
    this.document = document;
    this.fields = new SchemaFields(document);
    this.curl = new CurlCommand(document);
  }

  /// An operation of the server.
  DocsPage.Operation call(String path, String method, JsonNode operation) {
    return operation(path, method, operation, curl.of(method, path, operation));
  }

  /// An event that the server sends.
  DocsPage.Operation event(JsonNode operation) {
    return operation("your endpoint", "post", operation, null);
  }

  private DocsPage.Operation operation(
      String path, String method, JsonNode operation, @Nullable String command) {
    return new DocsPage.Operation(
        text(operation, "operationId"),
        method.toUpperCase(Locale.ROOT),
        path,
        text(operation, "summary"),
        Prose.read(text(operation, "description")),
        scopes(operation),
        operation
            .path("parameters")
            .valueStream()
            .map(document::resolve)
            .map(parameter -> fields.parameter(text(parameter, "name"), parameter))
            .toList(),
        body(operation.path("requestBody")).orElse(null),
        command,
        operation.path("responses").propertyStream().map(this::response).toList());
  }

  private static List<String> scopes(JsonNode operation) {
    return operation
        .path("security")
        .valueStream()
        .flatMap(way -> way.path("oauth2").valueStream())
        .map(JsonNode::asString)
        .toList();
  }

  private Optional<DocsPage.Body> body(JsonNode body) {
    return body.path("content")
        .valueStream()
        .findFirst()
        .map(type ->
            new DocsPage.Body(
                OpenApiDocument.refName(type.path("schema")),
                body.path("required").asBoolean(false),
                fields.properties(type.path("schema")),
                Samples.of(type)));
  }

  private DocsPage.Response response(Map.Entry<String, JsonNode> entry) {
    JsonNode response = document.resolve(entry.getValue());
    JsonNode content = response.path("content");
    JsonNode body = content.path("application/json");
    String schema = OpenApiDocument.refName(body.path("schema"));
    return new DocsPage.Response(
        entry.getKey(),
        text(response, "description"),
        schema.isEmpty() ? null : schema,
        response
            .path("headers")
            .propertyStream()
            .map(header -> fields.parameter(header.getKey(), document.resolve(header.getValue())))
            .toList(),
        content.path(PROBLEM).path("examples").propertyStream().map(Map.Entry::getKey).toList(),
        Samples.of(body));
  }
}
