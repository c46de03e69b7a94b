package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.user.User;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the OpenAPI document shows of policies is what a server answers. A server of its own, on
/// the day on which the examples play.
@TestPropertySource(properties = "spring.application.name=policy-examples")
@DisplayName("The examples of policies are real answers")
class PolicyExamplesTest extends PolicyTest {
  private static final Instant THEN = Instant.parse("2026-11-24T13:41:22.684113Z");

  private String policy = "";

  @BeforeEach
  void thePolicyOfTheExamples() {
    clock.set(THEN);
    Answer made = post(tenant, "/v1/policies", request("post", "/v1/policies", "admins"));
    policy = "/v1/policies/" + made.json().path("id").asString();
    same(made, "post", "/v1/policies", "201", "policy");
    user("anna", "admins");
  }

  @Test
  void aPolicyIsMadeReadListedAndChanged() {
    same(get(tenant, policy), "get", "/v1/policies/{id}", "200", "policy");
    same(get(tenant, "/v1/policies"), "get", "/v1/policies", "200", "policies");
    String changed = request("put", "/v1/policies/{id}", "admins");
    same(
        replace(policy.substring(policy.lastIndexOf('/') + 1), "\"1\"", changed),
        "put",
        "/v1/policies/{id}",
        "200",
        "policy");
    for (String other : new String[] {"everybody", "leave_out"}) {
      Answer made = post(tenant, "/v1/policies", request("post", "/v1/policies", other));
      assertThat(made.status()).as(made.text()).isEqualTo(201);
    }
  }

  @Test
  void aUserIsToldTheDecisionInWords() {
    clock.set(Instant.parse("2027-01-20T09:00:00Z"));
    same(decision("anna"), "get", "/v1/users/{ref}/policy", "200", "user_policy");
  }

  @Test
  void anExemptionIsAskedForApprovedAndEnded() {
    policy("Careful", "\"group\": \"admins\", \"exemptions_need_approval\": true");
    String all = "/v1/users/{ref}/exemptions";
    String annas = "/v1/users/anna/exemptions";

    Answer asked = post(tenant, annas, request("post", all, "exemption"));
    String one = annas + "/" + asked.json().path("id").asString();
    Answer approved =
        post(tenant, one + "/approve", request("post", all + "/{id}/approve", "approval"));

    same(asked, "post", all, "201", "exemption");
    same(approved, "post", all + "/{id}/approve", "200", "exemption");
    same(get(tenant, annas), "get", all, "200", "exemptions");
    same(get(tenant, "/v1/exemptions"), "get", "/v1/exemptions", "200", "exemptions");
    same(delete(tenant, one + "?staff=Alice"), "delete", all + "/{id}", "200", "exemption");
  }

  @Test
  @DisplayName("A forecast for sixty users, of whom twelve hold a factor and one is exempt")
  void aForecastAndTheCoverage() {
    for (int i = 0; i < 12; i++) {
      User holder = user("holder" + i, "admins");
      holds(holder, "totp");
      if (i < 4) {
        holds(holder, "phone");
      }
    }
    for (int i = 0; i < 46; i++) {
      user("a" + i, "admins");
    }
    user("bert", "admins");
    Answer exempt =
        post(
            tenant,
            "/v1/users/anna/exemptions",
            request("post", "/v1/users/{ref}/exemptions", "exemption"));
    assertThat(exempt.status()).as(exempt.text()).isEqualTo(201);

    Answer forecast =
        post(tenant, "/v1/policies/preview", request("post", "/v1/policies/preview", "date"));
    ((ObjectNode) forecast.json())
        .withArray("examples")
        .removeIf(one -> !one.path("user").asString().equals("bert"));
    same(forecast, "post", "/v1/policies/preview", "200", "preview");
    same(get(tenant, "/v1/policies/coverage"), "get", "/v1/policies/coverage", "200", "coverage");
    assertThat(get(tenant, "/v1/policies/coverage").json().at("/all/by_kind/totp").asInt())
        .isEqualTo(12);
    assertThat(get(tenant, "/v1/policies/coverage").json().at("/all/by_kind/phone").asInt())
        .isEqualTo(4);
    Answer supposed =
        post(tenant, "/v1/policies/preview", request("post", "/v1/policies/preview", "supposed"));
    assertThat(supposed.status()).as(supposed.text()).isEqualTo(200);
  }

  private static String request(String method, String path, String example) {
    return Described.operation(method, path)
        .node()
        .at("/requestBody/content/application~1json/examples/" + example + "/value")
        .toString();
  }

  private static void same(
      Answer answer, String method, String path, String status, String example) {
    JsonNode shown =
        Described.operation(method, path)
            .node()
            .at("/responses/" + status + "/content/application~1json/examples")
            .path(example)
            .path("value");
    assertThat(shown.isObject()).as(method + " " + path + " has the example").isTrue();
    assertThat(answer.status()).as(answer.text()).isEqualTo(Integer.parseInt(status));
    assertThat(plain(answer.json().deepCopy())).isEqualTo(plain(shown.deepCopy()));
  }

  /// Without what differs each time: ids and moments. Kinds of factors may be added.
  private static JsonNode plain(JsonNode json) {
    if (json instanceof ObjectNode object) {
      object.propertyNames().stream()
          .toList()
          .forEach(name -> {
            if (name.equals("id") || name.endsWith("_at")) {
              object.put(name, "");
            } else if (name.equals("allowed_kinds") || name.equals("by_kind")) {
              object.put(name, "");
            }
          });
    }
    json.forEach(PolicyExamplesTest::plain);
    return json;
  }
}
