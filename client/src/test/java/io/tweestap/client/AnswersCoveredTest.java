package io.tweestap.client;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The records of the client against the answers as `openapi.json` describes them: every field of
/// an answer is in the record of the same name and the other way round, what may be missing may be
/// missing there too, and every value has its constant.
class AnswersCoveredTest {
  private static final JsonNode API = JsonMapper.shared().readTree(Sources.text(Sources.API));
  private static final String SCHEMAS = "#/components/schemas/";

  /// Answers without a record of their name, and what they become instead.
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("Token", "never leaves the client"),
          Map.entry("ApprovedVerification", "Verification, of which it has a part"),
          Map.entry("AppPasswordsRevoked", "the number that AppPasswords.revokeAll returns"),
          Map.entry("WebhookPing", "the id that Webhooks.ping returns"),
          Map.entry("WebhookReplayed", "the number that Webhooks.replay returns"),
          Map.entry("PingNews", "News.Ping: it has no fields"));

  /// Texts of which a newer server may know more, so that the client passes them on as they are.
  private static final Set<String> OPEN =
      Set.of(
          "AuditAction",
          "DeliveryError",
          "EventType",
          "PolicyReasonCode",
          "ProblemCode",
          "SubscribedEventType");

  @Test
  void everyFieldOfAnAnswerIsInItsRecordAndTheOtherWayRound() throws IOException {
    List<String> different = new ArrayList<>();
    int compared = 0;
    for (String name : answers()) {
      JsonNode schema = schema(name);
      if (!schema.has("properties") || isPage(schema) || ELSEWHERE.containsKey(name)) {
        continue;
      }
      compared++;
      compare(
          name,
          fields(schema),
          named(renamed(name)).filter(Class::isRecord).map(AnswersCoveredTest::fields),
          different);
    }
    assertThat(different).isEmpty();
    assertThat(compared).isGreaterThan(60);
  }

  @Test
  void everyPageHasWhatThePagesOfTheClientRead() {
    assertThat(fields(Pages.Page.class)).containsExactly("data", "next_cursor?");
    assertThat(
            answers().stream().map(AnswersCoveredTest::schema).filter(AnswersCoveredTest::isPage))
        .isNotEmpty();
  }

  @Test
  void everyValueOfAnAnswerHasItsConstant() throws IOException {
    List<String> different = new ArrayList<>();
    for (String name : answers()) {
      JsonNode values = schema(name).path("enum");
      if (!values.isMissingNode() && !OPEN.contains(name)) {
        Set<String> described =
            values.valueStream().map(JsonNode::asString).collect(toCollection(TreeSet::new));
        compare(name, described, named(name).map(AnswersCoveredTest::constants), different);
      }
    }
    assertThat(different).isEmpty();
  }

  private static void compare(
      String name, Set<String> described, Optional<Set<String>> known, List<String> different) {
    Set<String> there = known.orElse(Set.of());
    described.stream()
        .filter(one -> !there.contains(one))
        .forEach(one -> different.add("the client lacks %s of %s".formatted(one, name)));
    there.stream()
        .filter(one -> !described.contains(one))
        .forEach(one -> different.add("the API lacks %s of %s".formatted(one, name)));
  }

  @Test
  void everyExceptionIsNeeded() {
    assertThat(answers()).containsAll(ELSEWHERE.keySet()).containsAll(OPEN);
  }

  /// Names of all schemas that a good answer is made of.
  private static Set<String> answers() {
    Set<String> names = new TreeSet<>();
    API.path("paths")
        .valueStream()
        .flatMap(JsonNode::valueStream)
        .flatMap(operation -> operation.path("responses").propertyStream())
        .filter(response -> response.getKey().startsWith("2"))
        .forEach(response -> collect(response.getValue(), names));
    return names;
  }

  private static void collect(JsonNode node, Set<String> names) {
    String ref = node.path("$ref").asString("");
    if (ref.startsWith(SCHEMAS) && names.add(ref.substring(SCHEMAS.length()))) {
      collect(schema(ref.substring(SCHEMAS.length())), names);
    }
    node.valueStream().forEach(child -> collect(child, names));
  }

  private static JsonNode schema(String name) {
    return API.at("/components/schemas/" + name);
  }

  private static boolean isPage(JsonNode schema) {
    Set<String> names = new TreeSet<>(schema.path("properties").propertyNames());
    return names.contains("data") && Set.of("data", "next_cursor").containsAll(names);
  }

  /// Two types have clearer names in the client.
  private static String renamed(String schema) {
    return switch (schema) {
      case "FactorImport" -> "AppImport";
      case "FailedFactorLine" -> "FailedApp";
      default -> schema;
    };
  }

  /// The type with this name. What is called so among the outcomes of a call is something else.
  private static Optional<Class<?>> named(String name) throws IOException {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> type : Sources.classes()) {
      Class<?> around = type.getEnclosingClass();
      boolean outcome = around != null && around.getSimpleName().endsWith("Outcome");
      if (type.getSimpleName().equals(name) && !outcome) {
        found.add(type);
      }
    }
    assertThat(found).as(name).hasSizeLessThanOrEqualTo(1);
    return found.stream().findFirst();
  }

  /// `last_used_at?` may be missing. Lists and maps that are missing are empty.
  private static Set<String> fields(JsonNode schema) {
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(one -> required.add(one.asString()));
    return schema
        .path("properties")
        .propertyStream()
        .map(field -> {
          boolean sure = required.contains(field.getKey()) || isMany(field.getValue());
          return field.getKey() + (sure ? "" : "?");
        })
        .collect(toCollection(TreeSet::new));
  }

  private static boolean isMany(JsonNode field) {
    String type = field.path("type").asString("");
    boolean map = type.equals("object") && !field.has("properties");
    return map || type.equals("array");
  }

  private static Set<String> fields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(one -> snake(one.getName()) + (mayBeMissing(one) ? "?" : ""))
        .collect(toCollection(TreeSet::new));
  }

  private static boolean mayBeMissing(RecordComponent one) {
    boolean many = one.getType() == List.class || one.getType() == Map.class;
    boolean absent =
        one.getType() == Optional.class
            || one.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return absent && !many;
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /// `UNKNOWN` is for a server that knows more.
  private static Set<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Object::toString)
        .filter(text -> !text.equalsIgnoreCase("unknown"))
        .collect(toCollection(TreeSet::new));
  }
}
