package io.tweestap.delivery.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.delivery.OutgoingMessage;
import java.net.URLEncoder;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The body of a request with placeholders ([Placeholder]), checked at the start of the program.
///
/// A value can never become structure: in JSON, placeholders stand inside string values, which are
/// filled one by one in the parsed template; in a form, each value is percent-encoded.
sealed interface BodyTemplate {
  /// The body for a message, UTF-8.
  byte[] fill(OutgoingMessage message);

  /// The `Content-Type` that goes with it.
  String contentType();

  /// Reads a template.
  ///
  /// @throws IllegalArgumentException when it has no recipient or text, an unknown placeholder, or
  ///   is not of its format; the message names the setting
  static BodyTemplate of(HttpProperties.Format format, String template) {
    Placeholder.check(template);
    require(
        Placeholder.TO.isIn(template) || Placeholder.TO_DIGITS.isIn(template),
        "has neither {to} nor {to_digits}");
    require(Placeholder.TEXT.isIn(template), "has no {text}");
    return switch (format) {
      case JSON -> Json.read(template);
      case FORM -> new Form(template);
    };
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException("tweestap.carrier.http.body " + sentence);
    }
  }

  /// A JSON document.
  record Json(JsonNode template) implements BodyTemplate {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Json read(String template) {
      try {
        return new Json(MAPPER.readTree(template));
      } catch (JacksonException e) {
        throw new IllegalArgumentException(
            "tweestap.carrier.http.body is not JSON; placeholders stand inside quotes: "
                + e.getOriginalMessage(),
            e);
      }
    }

    @Override
    public byte[] fill(OutgoingMessage message) {
      return MAPPER.writeValueAsBytes(fill(template, message));
    }

    @Override
    public String contentType() {
      return "application/json";
    }

    private static JsonNode fill(JsonNode node, OutgoingMessage message) {
      return switch (node) {
        case StringNode text ->
            StringNode.valueOf(
                Placeholder.fill(text.stringValue(), message, UnaryOperator.identity()));
        case ArrayNode list -> {
          ArrayNode filled = MAPPER.createArrayNode();
          list.forEach(item -> filled.add(fill(item, message)));
          yield filled;
        }
        case ObjectNode object -> {
          ObjectNode filled = MAPPER.createObjectNode();
          object
              .properties()
              .forEach(field -> filled.set(field.getKey(), fill(field.getValue(), message)));
          yield filled;
        }
        default -> node;
      };
    }
  }

  /// A form, as `application/x-www-form-urlencoded` has it: `to={to}&text={text}`.
  record Form(String template) implements BodyTemplate {
    private static final Pattern PAIRS =
        Pattern.compile("[^=&\\s]+=[^=&\\s]*(&[^=&\\s]+=[^=&\\s]*)*");

    public Form {
      require(PAIRS.matcher(template).matches(), "is not a form such as to={to}&text={text}");
    }

    @Override
    public byte[] fill(OutgoingMessage message) {
      return Placeholder.fill(template, message, value -> URLEncoder.encode(value, UTF_8))
          .getBytes(UTF_8);
    }

    @Override
    public String contentType() {
      return "application/x-www-form-urlencoded";
    }
  }
}
