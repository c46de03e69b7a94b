package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.testkit.webauthn.SoftwareKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("WA-25: no key that its maker copies at AAL3 (NIST SP 800-63B-4 section 2.3.2)")
class KeyLevelTest extends KeyTest {
  /// AAL3 is required since yesterday.
  private void aal3() {
    Answer made =
        post(
            tenant,
            "/v1/policies",
            "{\"name\":\"Top\",\"required_from\":\"%s\",\"profile\":\"aal3\"}"
                .formatted(yesterday()));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
  }

  private SoftwareKey synced() {
    return SoftwareKey.synced(random);
  }

  @Test
  @DisplayName("WA-25: of two keys only the one that stays on its device is asked, or answers")
  void onlyTheKeyThatStaysIsAsked() {
    Registered phone = registered(synced(), "phone");
    Registered blue = registered(key(), "blue");
    aal3();
    JsonNode login = begun("");
    assertThat(login.path("decision").asString()).isEqualTo("challenge");
    assertThat(login.path("options").size()).isEqualTo(1);
    assertThat(login.at("/options/0/name").asString()).isEqualTo("blue");
    String id = login.path("id").asString();
    JsonNode asked = asked(id, blue.factor());
    assertThat(phone.key().isAllowed(options(asked))).isFalse();
    assertThat(blue.key().isAllowed(options(asked))).isTrue();

    Answer copied = answered(id, blue.factor(), phone.key().get(options(asked), origin()));
    assertThat(outcome(copied)).isNotEqualTo("passed");
    Answer passed = answered(id, blue.factor(), blue.key().get(options(asked), origin()));

    assertThat(outcome(passed)).as(passed.text()).isEqualTo("passed");
    assertThat(passed.json().at("/result/acr").asString()).isEqualTo("urn:tweestap:acr:3");
  }

  @Test
  @DisplayName("WA-25: whoever has only a copied one proves it, and sets up one that stays")
  void aCopiedKeyLeadsToAnother() {
    Registered phone = registered(synced(), "phone");
    aal3();
    JsonNode login = begun("");
    assertThat(login.path("decision").asString()).as(login.toString()).isEqualTo("enroll");
    String id = login.path("id").asString();
    JsonNode asked = asked(id, phone.factor());
    Answer proven = answered(id, phone.factor(), phone.key().get(options(asked), origin()));
    assertThat(outcome(proven)).as(proven.text()).isEqualTo("pending");

    assertThat(enrolled(id, synced(), "tablet").code()).isEqualTo("factor_not_usable");
    Answer passed = enrolled(id, key(), "blue");

    assertThat(outcome(passed)).as(passed.text()).isEqualTo("passed");
    assertThat(passed.json().at("/result/acr").asString()).isEqualTo("urn:tweestap:acr:3");
  }

  @Test
  @DisplayName("WA-25: a user's policy says who could not log in with a copied one, and why")
  void theForecastKnowsCopiedKeys() {
    registered(synced(), "phone");
    aal3();

    JsonNode policy = get(tenant, "/v1/users/anna/policy").json();

    assertThat(policy.path("decision").asString())
        .as(policy.toString())
        .isEqualTo("enroll_required");
    assertThat(policy.path("reasons").toString()).contains("device_bound_asked", "copied");
  }

  private Answer enrolled(String login, SoftwareKey key, String name) {
    JsonNode begun = beginFactor(login, "{\"kind\":\"webauthn\",\"name\":\"" + name + "\"}").json();
    String response = key.create(options(begun), origin());
    return post(
        tenant, "/v1/logins/" + login + "/enrollment/confirm", "{\"response\":" + response + "}");
  }
}
