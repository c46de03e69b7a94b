package io.tweestap.page.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The OpenAPI document of the API: `docs/reference/openapi.json` of the repository, which the
/// build copies onto the class path. There is no second one.
@Component
class OpenApiDocument {
  private static final String FILE = "io/tweestap/page/docs/openapi.json";

  private final byte[] bytes;
  private final JsonNode root;

  OpenApiDocument() {
    try {
      this.bytes = new ClassPathResource(FILE).getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("the build did not copy " + FILE, e);
    }
    this.root = JsonMapper.shared().readTree(bytes);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  JsonNode root() {
    return root;
  }

  /// The node itself, or the one that its `$ref` points to.
  JsonNode resolve(JsonNode node) {
    String ref = text(node, "$ref");
    return ref.isEmpty() ? node : root.at(ref.substring(1));
  }

  /// A text of an object; empty where it has none of this name.
  static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  /// Adds the value of a keyword in words; nothing where there is none.
  ///
  /// @param form with `%s` for the value
  static void words(List<String> words, JsonNode node, String keyword, String form) {
    if (node.has(keyword)) {
      words.add(form.replace("%s", node.get(keyword).asString()));
    }
  }

  /// Last part of a reference: `Verification` of `#/components/schemas/Verification`; empty where
  /// the node is none.
  static String refName(JsonNode node) {
    String ref = text(node, "$ref");
    return ref.substring(ref.lastIndexOf('/') + 1);
  }
}
