package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ExemptionsTest extends PolicyTest {
  private static final String ANNA = "/v1/users/anna/exemptions";

  @BeforeEach
  void annaMustEnroll() {
    user("anna", "admins");
    policy("Admins", "\"group\": \"admins\", \"required_from\": \"2020-01-01\"");
  }

  @Test
  void anExemptUserLogsInUntilItEndsByItself() {
    assertThat(decided("anna")).isEqualTo("enroll_required");

    Answer exempt = exempt(Duration.ofDays(10));

    assertThat(exempt.status()).as(exempt.text()).isEqualTo(201);
    assertThat(exempt.json().path("state").asString()).isEqualTo("active");
    assertThat(decided("anna")).isEqualTo("pass");
    clock.advance(Duration.ofDays(10).minusSeconds(1));
    assertThat(decided("anna")).isEqualTo("pass");
    clock.advance(Duration.ofSeconds(1));
    assertThat(decided("anna")).isEqualTo("enroll_required");
    assertThat(list().at("/data/0/state").asString()).isEqualTo("ended");
  }

  @Test
  @DisplayName("An exemption does not let a thief in: whoever holds a factor goes on proving it")
  void whoHoldsAFactorGoesOnProvingIt() {
    holds(found("anna"), "totp");
    exempt(Duration.ofDays(10));

    assertThat(decided("anna")).isEqualTo("challenge");
  }

  @Test
  void anEndIsNotedInTheAuditOnce() {
    exempt(Duration.ofDays(1));
    clock.advance(Duration.ofDays(1));

    run("end-exemptions");
    run("end-exemptions");

    assertThat(audited("exemption.granted")).isEqualTo(1);
    assertThat(audited("exemption.ended")).isEqualTo(1);
    assertThat(list().at("/data/0").has("ended_by")).isFalse();
    assertThat(list().at("/data/0/ended_at").asString())
        .isEqualTo(list().at("/data/0/until").asString());
  }

  @Test
  void staffEndsAnExemptionEarly() {
    String id = id(exempt(Duration.ofDays(10)));

    Answer ended = delete(tenant, ANNA + "/" + id + "?staff=Bob");

    assertThat(ended.json().path("state").asString()).isEqualTo("ended");
    assertThat(ended.json().path("ended_by").asString()).isEqualTo("Bob");
    assertThat(decided("anna")).isEqualTo("enroll_required");
    assertThat(delete(tenant, ANNA + "/" + id + "?staff=Eve").json().path("ended_by").asString())
        .isEqualTo("Bob");
    assertThat(audited("exemption.ended")).isEqualTo(1);
  }

  @Test
  @DisplayName("PRV-6: the user sees the own exemptions in an export, also those that have ended")
  void exemptionsAreExported() {
    String ended = id(exempt(Duration.ofDays(1)));
    clock.advance(Duration.ofDays(2));
    String active = id(exempt(Duration.ofDays(10)));

    JsonNode exported = get(tenant, "/v1/users/anna/export").json().at("/parts/exemptions");

    assertThat(exported.size()).isEqualTo(2);
    assertThat(exported.at("/0/id").asString()).isEqualTo(active);
    assertThat(exported.at("/0/state").asString()).isEqualTo("active");
    assertThat(exported.at("/0/reason").asString()).isNotEmpty();
    assertThat(exported.at("/1/id").asString()).isEqualTo(ended);
    assertThat(exported.at("/1/state").asString()).isEqualTo("ended");
  }

  @Test
  @DisplayName("Four eyes: where a policy asks for it, an exemption counts once another approved")
  void fourEyes() {
    policy("Careful", "\"group\": \"admins\", \"exemptions_need_approval\": true");
    Answer asked = exempt(Duration.ofDays(10));
    String approve = ANNA + "/" + id(asked) + "/approve";
    assertThat(asked.json().path("state").asString()).isEqualTo("requested");
    assertThat(decided("anna")).isEqualTo("enroll_required");

    assertThat(post(tenant, approve, "{\"staff\": \"ALICE\"}").code()).isEqualTo("same_person");
    assertThat(decided("anna")).isEqualTo("enroll_required");
    Answer approved = post(tenant, approve, "{\"staff\": \"Bob\"}");

    assertThat(approved.json().path("state").asString()).isEqualTo("active");
    assertThat(approved.json().path("approved_by").asString()).isEqualTo("Bob");
    assertThat(decided("anna")).isEqualTo("pass");
    assertThat(post(tenant, approve, "{\"staff\": \"Carl\"}").code())
        .isEqualTo("nothing_to_approve");
    assertThat(audited("exemption.requested")).isEqualTo(1);
    assertThat(audited("exemption.granted")).isEqualTo(1);
  }

  @Test
  void aRequestThatIsTurnedDownExemptsNobody() {
    policy("Careful", "\"exemptions_need_approval\": true");
    String id = id(exempt(Duration.ofDays(10)));

    delete(tenant, ANNA + "/" + id + "?staff=Bob");

    assertThat(post(tenant, ANNA + "/" + id + "/approve", "{\"staff\": \"Bob\"}").code())
        .isEqualTo("nothing_to_approve");
    assertThat(audited("exemption.rejected")).isEqualTo(1);
  }

  @Test
  void ofManyRequestsAtOnceOneIsGranted() throws Exception {
    var statuses = Together.run(16, () -> exempt(Duration.ofDays(1)).status());

    assertThat(statuses).containsOnly(201, 409);
    assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
  }

  @Test
  void anotherOneCanComeOnceTheFirstHasEnded() {
    exempt(Duration.ofDays(1));
    assertThat(exempt(Duration.ofDays(1)).code()).isEqualTo("already_exempt");
    clock.advance(Duration.ofDays(1));

    assertThat(exempt(Duration.ofDays(1)).status()).isEqualTo(201);
  }

  @Test
  void theReportShowsWhoIsExemptAndWhoseEndIsNear() {
    user("bert", "admins");
    exempt(Duration.ofDays(3));
    post(tenant, "/v1/users/bert/exemptions", json(Duration.ofDays(100)));

    JsonNode near =
        get(tenant, "/v1/exemptions?state=active&ending_before=" + now().plus(Duration.ofDays(7)))
            .json();

    assertThat(near.path("data").size()).isEqualTo(1);
    assertThat(near.at("/data/0/user").asString()).isEqualTo("anna");
    assertThat(get(tenant, "/v1/exemptions").json().path("data").size()).isEqualTo(2);
    clock.advance(Duration.ofDays(3));
    assertThat(get(tenant, "/v1/exemptions?state=ended").json().at("/data/0/user").asString())
        .isEqualTo("anna");
    assertThat(get(tenant, "/v1/exemptions?state=active").json().at("/data/0/user").asString())
        .isEqualTo("bert");
  }

  @Test
  @DisplayName("PRV-4: erasing a user leaves no exemption behind")
  void erasingAUserLeavesNothing() {
    exempt(Duration.ofDays(10));

    users.erase(tenant.tenant().id(), found("anna").ref(), "system");

    assertThat(get(tenant, "/v1/exemptions").json().path("data").size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          missing_field | {"until": "UNTIL", "staff": "A"}
          missing_field | {"reason": "r", "staff": "A"}
          missing_field | {"reason": "r", "until": "UNTIL"}
          invalid_field | {"reason": "r", "until": "tomorrow", "staff": "A"}
          invalid_field | {"reason": "r", "until": "2020-01-01T00:00:00Z", "staff": "A"}
          invalid_field | {"reason": "r", "until": "2099-01-01T00:00:00Z", "staff": "A"}
          """)
  void badInputIsNamed(String code, String json) {
    String body = json.replace("UNTIL", now().plus(Duration.ofDays(1)).toString());

    assertThat(post(tenant, ANNA, body).code()).isEqualTo(code);
    assertThat(post(tenant, "/v1/users/nobody/exemptions", body).status()).isEqualTo(404);
  }

  private Answer exempt(Duration time) {
    return post(tenant, ANNA, json(time));
  }

  private String json(Duration time) {
    return "{\"reason\": \"no phone\", \"staff\": \"Alice\", \"until\": \""
        + now().plus(time)
        + "\"}";
  }

  private JsonNode list() {
    return get(tenant, ANNA).json();
  }
}
