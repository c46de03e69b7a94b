package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("A password reset needs the mailbox and the second factor")
class PasswordResetTest extends LoginTest {
  private JsonNode reset() {
    addressesAreProven(anna);
    Answer begun = begin("anna", "password_reset", "");
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    return begun.json();
  }

  private Answer sendRecovery(String id) {
    return post(tenant, "/v1/logins/" + id + "/recovery", "{}");
  }

  private Answer checkRecovery(String id, String code) {
    return post(tenant, "/v1/logins/" + id + "/recovery/check", "{\"code\":\"" + code + "\"}");
  }

  @Test
  @DisplayName(
      "REC-4, REC-7, ASVS-6.4.3: a mailbox thief gets nowhere: the second factor is asked for too")
  void aMailboxThiefGetsNowhere() {
    App app = app(anna);
    String id = reset().path("id").asString();
    sendRecovery(id);

    Answer halfway = checkRecovery(id, mailedCode(1));

    assertThat(halfway.json().path("state").asString()).isEqualTo("pending");
    assertThat(halfway.json().path("next").asString()).isEqualTo("answer");
    assertThat(answer(id, app.id(), wrong(app)).code()).isEqualTo("wrong_code");
    assertThat(post(tenant, "/v1/logins/" + id + "/enrollment/skip", "{}").code())
        .isEqualTo("wrong_step");
    assertThat(get(tenant, "/v1/logins/" + id).json().has("result")).isFalse();
  }

  @Test
  @DisplayName("CS-4: the steps come in their order, and a reset logs nobody in")
  void theStepsComeInTheirOrder() {
    App app = app(anna);
    JsonNode login = reset();
    String id = login.path("id").asString();
    assertThat(login.path("next").asString()).isEqualTo("recovery");
    assertThat(login.at("/addresses/0/kind").asString()).isEqualTo("email");

    assertThat(answer(id, app.id(), code(app)).code()).isEqualTo("wrong_step");

    sendRecovery(id);
    checkRecovery(id, mailedCode(1));
    Answer passed = answer(id, app.id(), code(app));
    assertThat(outcome(passed)).isEqualTo("passed");
    assertThat(passed.json().at("/result").has("session_id")).isFalse();
    assertThat(passed.json().at("/result/amr").toString()).isEqualTo("[\"otp\"]");
    assertThat(passed.json().at("/result/acr").asString()).isEqualTo("urn:tweestap:acr:1");
  }

  @Test
  void whoeverHasNoFactorNeedsTheMailboxOnly() {
    String id = reset().path("id").asString();
    sendRecovery(id);

    assertThat(outcome(checkRecovery(id, mailedCode(1)))).isEqualTo("passed");
  }

  @Test
  @DisplayName("Invariant 7: the line that the code went over is no second factor")
  void aPhoneCountsOnce() {
    app(anna);
    String id = reset().path("id").asString();
    jdbc.sql(
            """
            UPDATE login
            SET plan = replace(plan, '"TOTP"', '"TOTP","PHONE"'), proof_kind = 'known_phone',
              proven_at = created_at
            WHERE tenant_id = ?
            """)
        .param(tenant.tenant().id().value())
        .update();

    JsonNode options = get(tenant, "/v1/logins/" + id).json().path("options");

    assertThat(options.size()).isEqualTo(1);
    assertThat(options.at("/0/kind").asString()).isEqualTo("totp");
  }

  @Test
  @DisplayName("REC-3: an address that nobody has proven gets no code")
  void anUnprovenAddressGetsNoCode() {
    app(anna);
    String id = begin("anna", "password_reset", "").json().path("id").asString();

    assertThat(sendRecovery(id).code()).isEqualTo("no_proven_address");
  }
}
