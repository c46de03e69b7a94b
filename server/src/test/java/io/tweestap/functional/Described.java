package io.tweestap.functional;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The OpenAPI document, as the tests ask it.
final class Described {
  static final JsonNode ROOT = read();

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private Described() {}

  /// One method of one path.
  record Operation(String method, String path, JsonNode node) {
    String id() {
      return node.get("operationId").asString();
    }

    String name() {
      return method + " " + path;
    }

    /// What it answers with this status, if the document says so.
    Optional<JsonNode> response(int status) {
      return node.get("responses").optional(Integer.toString(status)).map(Described::resolve);
    }

    /// The schema of the answer to a request that succeeds; empty when it has no body.
    Optional<JsonNode> answer() {
      return node.get("responses")
          .propertyStream()
          .filter(entry -> entry.getKey().startsWith("2"))
          .map(entry -> entry.getValue().at("/content/application~1json/schema"))
          .filter(schema -> !schema.isMissingNode())
          .findFirst();
    }

    private boolean fits(String asked, String actual) {
      return method.equalsIgnoreCase(asked)
          && actual.split("\\?", -1)[0].matches(path.replaceAll("\\{[^}]*}", "[^/]+"));
    }
  }

  static Stream<Operation> operations() {
    return ROOT.get("paths")
        .propertyStream()
        .flatMap(path ->
            path.getValue()
                .propertyStream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(entry -> new Operation(entry.getKey(), path.getKey(), entry.getValue())));
  }

  /// The operation that a request means.
  static Operation operation(String method, String path) {
    Predicate<Operation> fits = operation -> operation.fits(method, path);
    return operations()
        .filter(fits)
        .findFirst()
        .orElseThrow(() -> new AssertionError("not described: " + method + " " + path));
  }

  static JsonNode schema(String name) {
    return Objects.requireNonNull(ROOT.at("/components/schemas").get(name), name);
  }

  static JsonNode resolve(JsonNode node) {
    String ref = node.path("$ref").asString("");
    return ref.isEmpty() ? node : ROOT.at(ref.substring(1));
  }

  /// The properties of an object, by name.
  static Map<String, JsonNode> properties(JsonNode schema) {
    return resolve(schema)
        .path("properties")
        .propertyStream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static Set<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
  }

  private static JsonNode read() {
    try (InputStream file =
        Described.class.getResourceAsStream("/io/tweestap/page/docs/openapi.json")) {
      return JsonMapper.shared().readTree(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
