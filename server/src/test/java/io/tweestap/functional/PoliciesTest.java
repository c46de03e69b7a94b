package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PoliciesTest extends PolicyTest {
  private static final String WHOLE =
      """
      "group": "admins", "application": "shop", "available_from": "2030-01-01",
      "required_from": "2030-03-01", "time_zone": "Europe/Amsterdam",
      "allowed_kinds": ["totp", "yubico_otp"], "strength": "standard",
      "frequency": "per_browser", "frequency_days": 30, "skips_max": 3,
      "late_enrollment": false, "purposes": ["login", "payment"],
      "first_factor_proof": "known_phone", "stay_logged_in_seconds": 28800,
      "idle_seconds": 1800, "remember_browser_days": 14, "profile": "aal1",
      "remind_days": [7, 30], "exemptions_need_approval": true
      """;

  @Test
  void aPolicyIsReadAsItWasWritten() {
    String id = policy("Admins", WHOLE);

    Answer read = get(tenant, "/v1/policies/" + id);

    assertThat(read.header("ETag")).isEqualTo("\"1\"");
    JsonNode expected = Json.read(body("Admins", WHOLE.replace("[7, 30]", "[30, 7]")));
    expected
        .propertyStream()
        .forEach(field ->
            assertThat(read.json().get(field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
    assertThat(get(tenant, "/v1/policies").json().at("/data/0/id").asString()).isEqualTo(id);
  }

  @Test
  void whatAPolicySaysNothingAboutIsLeftOut() {
    Answer read = get(tenant, "/v1/policies/" + policy("Plain", ""));

    assertThat(read.json().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "version",
            "name",
            "remind_days",
            "exemptions_need_approval",
            "created_at",
            "updated_at");
  }

  @Test
  void aDateComesWithReminders() {
    String id = policy("Everybody", "\"required_from\": \"2030-03-01\"");

    assertThat(get(tenant, "/v1/policies/" + id).json().get("remind_days").toString())
        .isEqualTo("[30,14,7,1]");
  }

  @Test
  void aChangeNamesTheVersionThatWasSeen() {
    String id = policy("Admins", "\"skips_max\": 3");

    Answer changed = replace(id, "\"1\"", body("Admins", "\"skips_max\": 2"));
    Answer late = replace(id, "\"1\"", body("Admins", "\"skips_max\": 9"));

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.code()).isEqualTo("changed_meanwhile");
    assertThat(late.json().get("version").asInt()).isEqualTo(2);
    assertThat(get(tenant, "/v1/policies/" + id).json().get("skips_max").asInt()).isEqualTo(2);
    assertThat(audited("policy.created")).isEqualTo(1);
    assertThat(audited("policy.changed")).isEqualTo(1);
  }

  @Test
  void aChangeWithoutAVersionIsRefused() {
    String id = policy("Admins", "");

    assertThat(put(tenant, "/v1/policies/" + id, body("Admins", "")).code())
        .isEqualTo("missing_field");
    assertThat(replace(id, "x", body("Admins", "")).code()).isEqualTo("invalid_field");
    assertThat(delete(tenant, "/v1/policies/" + id).code()).isEqualTo("missing_field");
  }

  @Test
  void ofManyWhoChangeAtOnceOneWins() throws Exception {
    String id = policy("Admins", "");

    var statuses = Together.run(16, () -> replace(id, "\"1\"", body("Changed", "")).status());

    assertThat(statuses).containsOnly(200, 412);
    assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
    assertThat(get(tenant, "/v1/policies/" + id).json().get("version").asInt()).isEqualTo(2);
  }

  @Test
  void aDeletedPolicyIsGoneForTheNextLogin() {
    user("anna");
    String id = policy("Everybody", "\"required_from\": \"2020-01-01\"");
    assertThat(decided("anna")).isEqualTo("enroll_required");

    var request = authorized(tenant, "/v1/policies/" + id).header("If-Match", "\"1\"").DELETE();
    assertThat(send(request).status()).isEqualTo(204);

    assertThat(get(tenant, "/v1/policies/" + id).status()).isEqualTo(404);
    assertThat(decided("anna")).isEqualTo("enroll_offered");
    assertThat(audited("policy.removed")).isEqualTo(1);
  }

  @Test
  void namesTellPoliciesApart() {
    policy("One", "");
    String two = policy("Two", "");

    assertThat(post(tenant, "/v1/policies", body("One", "")).code()).isEqualTo("name_taken");
    assertThat(replace(two, "\"1\"", body("One", "")).code()).isEqualTo("name_taken");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          group                  | "group": "No Group"
          available_from         | "available_from": "2030-02-01", "required_from": "2030-01-01"
          required_from          | "required_from": "1 March"
          time_zone              | "time_zone": "Mars/Olympus"
          time_zone              | "time_zone": "+01:00"
          allowed_kinds          | "allowed_kinds": []
          allowed_kinds          | "allowed_kinds": ["recovery_code"]
          strength               | "strength": "strong"
          frequency              | "frequency": "sometimes"
          frequency_days         | "frequency": "per_browser", "frequency_days": 0
          frequency_days         | "frequency_days": 3
          skips_max              | "skips_max": -1
          purposes               | "purposes": ["fun"]
          first_factor_proof     | "first_factor_proof": "mail"
          profile                | "profile": "aal4"
          remind_days            | "remind_days": [0]
          application            | "application": ""
          """)
  void badInputIsNamed(String field, String json) {
    Answer refused = post(tenant, "/v1/policies", body("Bad", json));

    assertThat(refused.code()).isEqualTo("invalid_field");
    assertThat(refused.json().path("field").asString()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2.1.3 | "stay_logged_in_seconds": 2592001
          2.2.3 | "profile": "aal2", "stay_logged_in_seconds": 86401
          2.2.3 | "profile": "aal2", "idle_seconds": 3601
          2.3.3 | "profile": "aal3", "stay_logged_in_seconds": 43201
          2.3.3 | "profile": "aal3", "idle_seconds": 901
          5.1   | "profile": "aal2", "remember_browser_days": 1
          """)
  @DisplayName(
      "SES-1, SES-2, SES-3, SES-7: a session longer than its level is refused, source named")
  void aSessionOverTheCapIsRefused(String section, String json) {
    Answer refused = post(tenant, "/v1/policies", body("Long", json));

    assertThat(refused.code()).isEqualTo("invalid_field");
    assertThat(refused.json().path("detail").asString())
        .contains("NIST SP 800-63B-4 section " + section);
  }

  @Test
  @DisplayName("OOB-7: mail cannot be allowed as a factor")
  void mailIsNoFactor() {
    Answer refused = post(tenant, "/v1/policies", body("Mail", "\"allowed_kinds\": [\"email\"]"));

    assertThat(refused.code()).isEqualTo("invalid_field");
    assertThat(refused.json().path("detail").asString()).contains("totp").doesNotContain("email");
  }
}
