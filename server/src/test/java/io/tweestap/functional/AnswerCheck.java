package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.tweestap.functional.ApiTest.Answer;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Holds real answers against the OpenAPI document, more strictly than a client should: a property
/// that the document does not name is an error here.
final class AnswerCheck {
  private static final String HOME = "https://tweestap.test/openapi.json";
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDialect(
          Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(HOME, strict().toString())));

  private AnswerCheck() {}

  /// The operation must know the status, the media type, the problem code and every property.
  static void check(Described.Operation operation, Answer answer) {
    String status = Integer.toString(answer.status());
    JsonNode response =
        operation
            .response(answer.status())
            .orElseThrow(() -> new AssertionError(operation.name() + " answers " + status));
    if (!response.has("content")) {
      assertThat(answer.text()).as(operation.name()).isEmpty();
      return;
    }
    String type = answer.header("Content-Type").split(";", -1)[0];
    assertThat(response.get("content").has(type)).as(operation.name() + " as " + type).isTrue();
    JsonNode media = response.get("content").get(type);
    assertThat(errors(media.get("schema"), answer.json()))
        .as(operation.name() + " " + status + "\n" + answer.text())
        .isEmpty();
    if (type.endsWith("problem+json")) {
      assertThat(media.get("examples").has(answer.code()))
          .as(operation.name() + " lists " + answer.code())
          .isTrue();
    }
  }

  /// What is wrong with a value; nothing when it fits the schema.
  static List<Error> errors(JsonNode schema, JsonNode value) {
    return schemaOf(schema)
        .validate(
            value, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static Schema schemaOf(JsonNode schema) {
    return schema.has("$ref")
        ? SCHEMAS.getSchema(SchemaLocation.of(HOME + schema.get("$ref").asString()))
        : SCHEMAS.getSchema(schema);
  }

  private static JsonNode strict() {
    JsonNode copy = Described.ROOT.deepCopy();
    close(copy.at("/components/schemas"));
    return copy;
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode schema
        && schema.has("properties")
        && !schema.has("additionalProperties")) {
      schema.put("additionalProperties", false);
    }
    node.forEach(AnswerCheck::close);
  }
}
