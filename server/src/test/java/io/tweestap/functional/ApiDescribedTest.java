package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tweestap.tenant.RequiresScope;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// The OpenAPI document says what the code does: the same paths, methods, scopes, parameters,
/// fields.
class ApiDescribedTest extends SandboxTest {
  /// Answers whose type the signature of the endpoint does not tell.
  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("startVerification", "io.tweestap.verification.web.VerificationView"),
          Map.entry("getCreditStatement", "io.tweestap.credit.web.StatementView"),
          Map.entry("sendMessages", "io.tweestap.message.web.SendView"),
          Map.entry("resendVerification", "io.tweestap.verification.web.VerificationView"),
          Map.entry("putUser", "io.tweestap.user.web.UserView"),
          Map.entry("changeUser", "io.tweestap.user.web.UserView"),
          Map.entry("suspendUser", "io.tweestap.user.web.UserView"),
          Map.entry("resumeUser", "io.tweestap.user.web.UserView"),
          Map.entry("closeUser", "io.tweestap.user.web.UserView"),
          Map.entry("moveDeadline", "io.tweestap.user.web.UserView"),
          Map.entry("verifyAddress", "io.tweestap.user.web.AddressProofView"),
          Map.entry("startEnrollment", "io.tweestap.factor.web.NewFactorView"),
          Map.entry("beginLogin", "io.tweestap.login.web.LoginView"),
          Map.entry("claimLogin", "io.tweestap.login.web.LoginView"),
          Map.entry("challengeLogin", "io.tweestap.login.web.ChallengeView"),
          Map.entry("sendLoginRecovery", "io.tweestap.login.web.ProofView"),
          Map.entry("sendEnrollmentProof", "io.tweestap.login.web.ProofView"),
          Map.entry("disconnectUser", "io.tweestap.login.web.DisconnectView"),
          Map.entry("approveDisconnect", "io.tweestap.login.web.DisconnectView"),
          Map.entry("createAccountLink", "io.tweestap.login.web.AccountLinkView"),
          Map.entry("beginFactor", "io.tweestap.factor.web.NewFactorView"),
          Map.entry("createPolicy", "io.tweestap.policy.web.PolicyView"),
          Map.entry("getPolicy", "io.tweestap.policy.web.PolicyView"),
          Map.entry("replacePolicy", "io.tweestap.policy.web.PolicyView"),
          Map.entry("requestExemption", "io.tweestap.policy.web.ExemptionViews$Shown"),
          Map.entry("createToken", "io.tweestap.tenant.web.TokenAnswer$Granted"));

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void theServerServesTheFileOfTheDocumentation() throws IOException {
    Answer served = send(request("/v1/openapi.json").GET());

    assertThat(served.status()).isEqualTo(200);
    assertThat(served.header("Content-Type")).isEqualTo("application/json");
    assertThat(served.text())
        .isEqualTo(
            Files.readString(Path.of("../docs/reference/openapi.json"), StandardCharsets.UTF_8));
  }

  @Test
  void everyPathAndMethodIsDescribedAndNoOther() {
    assertThat(endpoints().keySet())
        .isEqualTo(
            Described.operations().map(Described.Operation::name).collect(Collectors.toSet()));
  }

  @Test
  void scopesAreThoseThatTheEndpointsAskFor() {
    forEachOperation((operation, endpoint) -> {
      RequiresScope scope = endpoint.getMethodAnnotation(RequiresScope.class);
      Set<String> described =
          operation
              .node()
              .get("security")
              .valueStream()
              .flatMap(way -> way.path("oauth2").valueStream())
              .map(JsonNode::asString)
              .collect(Collectors.toSet());
      assertThat(described)
          .as(operation.name())
          .isEqualTo(scope == null ? Set.of() : Set.of(scope.value().text()));
    });
  }

  @Test
  void parametersAreThoseThatTheEndpointsRead() {
    forEachOperation((operation, endpoint) ->
        assertThat(
                operation
                    .node()
                    .path("parameters")
                    .valueStream()
                    .map(Described::resolve)
                    .filter(parameter -> !parameter.get("in").asString().equals("header"))
                    .map(parameter ->
                        parameter.get("in").asString() + ":" + parameter.get("name").asString()))
            .as(operation.name())
            .containsExactlyInAnyOrderElementsOf(parameters(endpoint)));
  }

  @Test
  void bodiesHaveTheFieldsThatTheEndpointsRead() {
    forEachOperation((operation, endpoint) ->
        Arrays.stream(endpoint.getMethod().getParameters())
            .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
            .map(parameter -> ResolvableType.forType(parameter.getParameterizedType()))
            .filter(type -> type.toClass().isRecord())
            .forEach(type ->
                compare(
                    operation.name(),
                    type,
                    operation.node().at("/requestBody/content/application~1json/schema"),
                    false)));
  }

  @Test
  void answersHaveTheFieldsThatTheEndpointsWrite() {
    Set<String> compared = new HashSet<>();
    forEachOperation((operation, endpoint) -> {
      ResolvableType type = answer(operation, endpoint);
      if (type.toClass().isRecord()) {
        compare(operation.name(), type, operation.answer().orElseThrow(), true);
        compared.add(operation.id());
      }
    });
    assertThat(compared)
        .isEqualTo(
            Described.operations()
                .filter(operation -> operation.answer().isPresent())
                .map(Described.Operation::id)
                .filter(id -> !id.equals("getDescription"))
                .collect(Collectors.toSet()));
  }

  @Test
  void eventsAndErrorsHaveTheFieldsThatAreWritten() {
    Map.of(
            "VerificationNews", "io.tweestap.verification.VerificationEvents$Data",
            "DisconnectNews", "io.tweestap.login.disconnect.DisconnectNews$Data",
            "InboundNews", "io.tweestap.inbound.InboundNews",
            "LoginNews", "io.tweestap.login.LoginEvents$Data",
            "FraudNews", "io.tweestap.risk.FraudNews",
            "CreditNews", "io.tweestap.credit.CreditNews",
            "MessageNews", "io.tweestap.delivery.MessageEvents$Data",
            "TokenError", "io.tweestap.tenant.web.TokenAnswer$ErrorBody")
        .forEach((schema, type) -> compare(schema, named(type), Described.schema(schema), true));
  }

  @Test
  void fieldsThatAreRequiredAreRefusedWhenTheyAreMissing() {
    TestTenant tenant = newTenant();
    for (String path : List.of("/v1/verifications", "/v1/webhook_endpoints")) {
      JsonNode body =
          Described.operation("post", path).node().at("/requestBody/content/application~1json");
      JsonNode example = body.get("examples").valueStream().findFirst().orElseThrow().get("value");
      for (String field : Described.texts(Described.resolve(body.get("schema")).get("required"))) {
        var without = example.deepCopy().asObject();
        without.remove(field);
        Answer answer = post(tenant, path, without.toString());
        assertThat(answer.code()).as(field).isEqualTo("missing_field");
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
      }
    }
  }

  @Test
  void settingsCanBeChangedExceptForWhatTheServerDecides() {
    Set<String> shown = new HashSet<>(Described.properties(Described.schema("Settings")).keySet());
    shown.removeAll(Set.of("tenant_id", "warning"));

    assertThat(Described.properties(Described.schema("SettingsChange")).keySet()).isEqualTo(shown);
    for (String field : shown) {
      Answer answer = patch(newTenant(), "/v1/settings", "{\"" + field + "\":[[]]}");
      assertThat(answer.code()).as(field).isEqualTo("invalid_field");
    }
  }

  private ResolvableType answer(Described.Operation operation, HandlerMethod endpoint) {
    String type = ANSWERS.get(operation.id());
    return type == null ? ResolvableType.forMethodReturnType(endpoint.getMethod()) : named(type);
  }

  /// A type that its package keeps to itself.
  private static ResolvableType named(String type) {
    try {
      return ResolvableType.forClass(Class.forName(type));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /// Compares a record with a schema, and what they hold with it.
  ///
  /// @param answer whether components that may be null are those that may be missing
  private static void compare(String where, ResolvableType type, JsonNode given, boolean answer) {
    JsonNode schema = Described.resolve(given);
    if (Collection.class.isAssignableFrom(type.toClass())) {
      assertThat(schema.path("type").asString("")).as(where).isEqualTo("array");
      compare(where + "[]", type.getGeneric(0), schema.get("items"), answer);
      return;
    }
    if (!type.toClass().isRecord()) {
      assertThat(kinds(type.toClass())).as(where).contains(schema.path("type").asString(""));
      return;
    }
    List<Part> parts = parts(type).toList();
    Map<String, JsonNode> properties = Described.properties(schema);
    assertThat(parts.stream().map(Part::name))
        .as(where)
        .containsExactlyInAnyOrderElementsOf(properties.keySet());
    if (answer && parts.stream().noneMatch(part -> !part.owner().equals(type))) {
      assertThat(Described.texts(schema.get("required")))
          .as(where + " required")
          .isEqualTo(
              parts.stream()
                  .map(Part::component)
                  .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                  .map(ApiDescribedTest::name)
                  .collect(Collectors.toSet()));
    }
    for (Part part : parts) {
      if (!isRaw(part.owner(), part.component())) {
        compare(
            where + "." + part.name(),
            field(part.owner(), part.component()),
            Objects.requireNonNull(properties.get(part.name())),
            answer);
      }
    }
  }

  /// A field of a JSON object: a component of the record, or of one that stands unwrapped in it.
  private record Part(ResolvableType owner, RecordComponent component) {
    String name() {
      return ApiDescribedTest.name(component);
    }
  }

  private static Stream<Part> parts(ResolvableType type) {
    return Arrays.stream(type.toClass().getRecordComponents())
        .flatMap(component ->
            component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                ? parts(field(type, component))
                : Stream.of(new Part(type, component)));
  }

  private static boolean isRaw(ResolvableType type, RecordComponent part) {
    return Objects.requireNonNull(field(type, part).getSource())
            instanceof java.lang.reflect.Field field
        && field.isAnnotationPresent(JsonRawValue.class);
  }

  private static ResolvableType field(ResolvableType type, RecordComponent part) {
    try {
      return ResolvableType.forField(type.toClass().getDeclaredField(part.getName()), type);
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<String> kinds(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "String", "UUID", "Instant", "LocalDate" -> Set.of("string");
      case "int", "long", "Integer", "Long" -> Set.of("integer");
      case "boolean", "Boolean" -> Set.of("boolean");
      case "BigDecimal" -> Set.of("number");
      case "Map" -> Set.of("object");
      default -> throw new AssertionError("what is a " + type + " in JSON?");
    };
  }

  private static String name(RecordComponent component) {
    return snake(component.getName());
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static List<String> parameters(HandlerMethod endpoint) {
    return Arrays.stream(endpoint.getMethod().getParameters())
        .flatMap(ApiDescribedTest::names)
        .toList();
  }

  private static Stream<String> names(Parameter parameter) {
    if (parameter.isAnnotationPresent(PathVariable.class)) {
      return Stream.of("path:" + parameter.getName());
    }
    if (parameter.isAnnotationPresent(RequestParam.class)) {
      return Stream.of("query:" + snake(parameter.getName()));
    }
    return parameter.getAnnotations().length == 0 && parameter.getType().isRecord()
        ? Arrays.stream(parameter.getType().getRecordComponents())
            .map(component -> "query:" + component.getName())
        : Stream.empty();
  }

  private interface Check {
    void of(Described.Operation operation, HandlerMethod endpoint);
  }

  private void forEachOperation(Check check) {
    Map<String, HandlerMethod> endpoints = endpoints();
    Described.operations()
        .forEach(operation ->
            check.of(operation, Objects.requireNonNull(endpoints.get(operation.name()))));
  }

  /// The endpoints of the API by `get /v1/settings`.
  private Map<String, HandlerMethod> endpoints() {
    return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
        .flatMap(entry ->
            entry.getKey().getPatternValues().stream()
                .filter(path -> path.startsWith("/v1") || path.startsWith("/oauth2"))
                .flatMap(path ->
                    entry.getKey().getMethodsCondition().getMethods().stream()
                        .map(method ->
                            Map.entry(
                                method.name().toLowerCase(Locale.ROOT) + " " + path,
                                entry.getValue()))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
