package io.tweestap.page.docs;

import java.util.List;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads examples and writes them as people read JSON best.
final class Samples {
  private static final JsonMapper PRETTY =
      JsonMapper.builder()
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectNameValueSpacing(Separators.Spacing.AFTER)))
          .build();

  private Samples() {}

  static String pretty(JsonNode value) {
    return PRETTY.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  /// The examples of a media type; none when it has none.
  static List<DocsPage.Example> of(JsonNode mediaType) {
    return mediaType
        .path("examples")
        .propertyStream()
        .map(entry -> entry.getValue())
        .filter(example -> example.has("value"))
        .map(example ->
            new DocsPage.Example(
                OpenApiDocument.text(example, "summary"), pretty(example.get("value"))))
        .toList();
  }
}
