package io.tweestap.page.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes the command that tries an operation, with the first example of its body.
final class CurlCommand {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String NEXT_LINE = " \\\n  ";

  private final OpenApiDocument document;

  CurlCommand(OpenApiDocument document) {
    this.document = document;
  }

  String of(String method, String path, JsonNode operation) {
    List<String> parts = new ArrayList<>();
    String verb = method.equals("get") ? "" : "-X " + method.toUpperCase(Locale.ROOT) + " ";
    parts.add("curl " + verb + "\"$TWEESTAP" + filled(path, operation) + "\"");
    JsonNode content = operation.path("requestBody").path("content");
    boolean form = content.has(FORM);
    if (form) {
      parts.add("-u \"$CLIENT_ID:$CLIENT_SECRET\"");
    } else if (!operation.path("security").isEmpty()) {
      parts.add("-H \"Authorization: Bearer $TOKEN\"");
    }
    headers(operation, parts);
    if (form) {
      firstExample(content.get(FORM))
          .propertyStream()
          .forEach(field ->
              parts.add("-d \"" + field.getKey() + "=" + field.getValue().asString() + "\""));
    } else if (content.has(JSON)) {
      parts.add("-H \"Content-Type: " + JSON + "\"");
      parts.add("-d '" + spaced(firstExample(content.get(JSON))) + "'");
    }
    return String.join(NEXT_LINE, parts);
  }

  private String filled(String path, JsonNode operation) {
    String filled = path;
    for (JsonNode given : operation.path("parameters")) {
      JsonNode parameter = document.resolve(given);
      if (OpenApiDocument.text(parameter, "in").equals("path")) {
        String name = OpenApiDocument.text(parameter, "name");
        filled = filled.replace("{" + name + "}", parameter.path("example").asString(name));
      }
    }
    return filled;
  }

  private void headers(JsonNode operation, List<String> parts) {
    for (JsonNode given : operation.path("parameters")) {
      JsonNode parameter = document.resolve(given);
      if (OpenApiDocument.text(parameter, "in").equals("header")) {
        parts.add(
            "-H \"%s: %s\""
                .formatted(
                    OpenApiDocument.text(parameter, "name"),
                    OpenApiDocument.text(parameter, "example")));
      }
    }
  }

  private static JsonNode firstExample(JsonNode mediaType) {
    return mediaType.path("examples").valueStream().findFirst().orElseThrow().path("value");
  }

  /// On one line, with a space where people put one.
  private static String spaced(JsonNode body) {
    return JsonMapper.shared()
        .writeValueAsString(body)
        .replace("\":", "\": ")
        .replace(",\"", ", \"");
  }
}
