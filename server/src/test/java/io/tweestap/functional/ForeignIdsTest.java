package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// [TenantCrossingTest] has the ids in paths; here are those in bodies and queries.
@DisplayName("Invariant 6: an id of another tenant in a field is an id of nothing")
class ForeignIdsTest extends LoginTest {
  private static final String UNKNOWN = "018f0000-0000-7000-8000-000000000000";

  /// Ids of which nothing of a tenant is looked up: one that the caller makes up, and the tenant to
  /// which whoever runs the installation gives a number.
  private static final Set<String> OF_NOTHING =
      Set.of("challengeFactor.request_id", "putOwnNumber.tenant_id");

  private TestTenant other;
  private final Map<String, String> foreign = new TreeMap<>();
  private final Map<String, Try> tries = new TreeMap<>();

  private interface Try {
    Answer with(String id);
  }

  @BeforeEach
  void anotherTenantHasOneOfEach() {
    other = otherTenant();
    String verification =
        post(other, "/v1/verifications", AnswersDescribedTest.START).json().path("id").asString();
    String batch =
        post(other, "/v1/messages", "{\"to\":\"%s\",\"text\":\"hi\"}".formatted(number))
            .json()
            .path("batch_id")
            .asString();
    put(
        other,
        "/v1/users/anna",
        "{\"addresses\":[{\"kind\":\"email\",\"address\":\"anna@example.org\"}]}");
    String address = get(other, "/v1/users/anna").json().at("/addresses/0/id").asString();
    Answer made = post(other, "/v1/users/anna/factors", "{\"kind\":\"totp\"}");
    String factor = get(other, "/v1/users/anna/factors").json().at("/data/0/id").asString();
    assertThat(made.status()).isEqualTo(201);
    String login =
        post(other, "/v1/logins", "{\"user\":\"anna\",\"purpose\":\"login\"}")
            .json()
            .path("id")
            .asString();
    String endpoint = endpoint(other);
    String subject =
        get(other, "/v1/audit")
            .json()
            .path("data")
            .valueStream()
            .map(entry -> entry.path("subject").asString(""))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElseThrow();
    foreign.putAll(
        Map.of(
            "createAccountLink.proven_factor", factor,
            "listMessages.about", verification,
            "listMessages.batch", batch,
            "listAudit.subject", subject,
            "exportAudit.subject", subject,
            "confirmFactor.challenge_id", verification,
            "verifyFactor.challenge_id", verification,
            "replayWebhookEvent.endpoint_id", endpoint,
            "answerLogin.factor_id", factor,
            "answerLogin.challenge_id", verification));
    foreign.putAll(
        Map.of(
            "challengeLogin.factor_id", factor,
            "sendLoginRecovery.address_id", address,
            "sendEnrollmentProof.address_id", address,
            "reportPasswordChange.keep_session", login,
            "disconnectUser.scope.factor_id", factor));
    ways();
  }

  private void ways() {
    App app = app(anna);
    String own = "/v1/users/anna/factors/" + app.id().value();
    String login = "/v1/logins/" + loginOf("anna", "login");
    user("ben", "ben" + mail);
    String enrolling = "/v1/logins/" + loginOf("ben", "login");
    String reset = "/v1/logins/" + loginOf("anna", "password_reset");
    String event = "/v1/webhook_events/" + event();
    String code = "\"code\":\"123456\"";
    tries.put(
        "createAccountLink.proven_factor",
        body("/v1/users/anna/account-links", "proven_factor", ""));
    tries.put("listMessages.about", id -> get(tenant, "/v1/messages?about=" + id));
    tries.put("listMessages.batch", id -> get(tenant, "/v1/messages?batch=" + id));
    tries.put("listAudit.subject", id -> get(tenant, "/v1/audit?subject=" + id));
    tries.put("exportAudit.subject", id -> get(tenant, "/v1/audit/export?subject=" + id));
    tries.put("confirmFactor.challenge_id", body(own + "/confirm", "challenge_id", code));
    tries.put("verifyFactor.challenge_id", body(own + "/verify", "challenge_id", code));
    tries.put("replayWebhookEvent.endpoint_id", body(event + "/replay", "endpoint_id", ""));
    tries.put("answerLogin.factor_id", body(login + "/answers", "factor_id", code));
    tries.put(
        "answerLogin.challenge_id",
        body(
            login + "/answers",
            "challenge_id",
            code + ",\"factor_id\":\"" + app.id().value() + "\""));
    tries.put("challengeLogin.factor_id", body(login + "/challenges", "factor_id", ""));
    tries.put("sendLoginRecovery.address_id", body(reset + "/recovery", "address_id", ""));
    tries.put(
        "sendEnrollmentProof.address_id", body(enrolling + "/enrollment/proof", "address_id", ""));
    tries.put(
        "reportPasswordChange.keep_session",
        body("/v1/users/anna/password-changed", "keep_session", ""));
    tries.put(
        "disconnectUser.scope.factor_id",
        id ->
            post(
                tenant,
                "/v1/users/anna/disconnect",
                "{\"reason\":\"lost\",\"caller_check\":\"called back\",\"staff\":\"m\","
                    + "\"scope\":{\"factor_id\":\""
                    + id
                    + "\"}}"));
  }

  @Test
  void everyFieldThatHoldsAnIdIsTried() {
    Set<String> described = new TreeSet<>();
    Described.operations()
        .forEach(operation -> {
          operation
              .node()
              .path("parameters")
              .valueStream()
              .map(Described::resolve)
              .filter(parameter -> parameter.path("in").asString().equals("query"))
              .filter(parameter -> isId(parameter.path("schema")))
              .forEach(parameter ->
                  described.add(operation.id() + "." + parameter.get("name").asString()));
          JsonNode content = operation.node().at("/requestBody/content");
          content
              .valueStream()
              .forEach(type -> ids(operation.id() + ".", type.path("schema"), described));
        });
    described.removeAll(OF_NOTHING);

    assertThat(tries.keySet()).isEqualTo(described);
    assertThat(foreign.keySet()).isEqualTo(described);
  }

  @Test
  void idOfAnotherTenantAnswersLikeAnUnknownOne() {
    tries.forEach((field, one) -> {
      String id = foreign.getOrDefault(field, "");
      Answer crossing = one.with(id);
      Answer unknown = one.with(UNKNOWN);

      assertThat(crossing.status()).as(field + crossing.text()).isEqualTo(unknown.status());
      assertThat(crossing.code()).as(field).isEqualTo(unknown.code());
      assertThat(crossing.text()).as(field).doesNotContain(other.client().clientId());
      // Who looks into the audit is recorded there too.
      assertThat(crossing.json().path("data").valueStream().map(entry -> entry.path("action")))
          .as(field)
          .allMatch(action -> action.asString("").startsWith("audit."));
      if (crossing.status() >= 400) {
        assertThat(crossing.text().replace(id, "ID"))
            .isEqualTo(unknown.text().replace(UNKNOWN, "ID"));
      }
    });
  }

  private static void ids(String at, JsonNode schema, Set<String> found) {
    Described.properties(schema)
        .forEach((name, property) -> {
          if (isId(property)) {
            found.add(at + name);
          }
          ids(at + name + ".", property, found);
        });
  }

  private static boolean isId(JsonNode schema) {
    return Described.resolve(schema).path("format").asString("").equals("uuid");
  }

  private Try body(String path, String field, String more) {
    String rest = more.isEmpty() ? "" : "," + more;
    return id -> post(tenant, path, "{\"" + field + "\":\"" + id + "\"" + rest + "}");
  }

  private String loginOf(String user, String purpose) {
    String body = "{\"user\":\"" + user + "\",\"purpose\":\"" + purpose + "\"}";
    return post(tenant, "/v1/logins", body).json().path("id").asString();
  }

  private String event() {
    return post(tenant, "/v1/webhook_endpoints/" + endpoint(tenant) + "/ping", "{}")
        .json()
        .path("event_id")
        .asString();
  }

  private String endpoint(TestTenant of) {
    String body = "{\"url\":\"http://127.0.0.1:65535/h\",\"events\":[\"verification.started\"]}";
    return post(of, "/v1/webhook_endpoints", body).json().path("id").asString();
  }
}
