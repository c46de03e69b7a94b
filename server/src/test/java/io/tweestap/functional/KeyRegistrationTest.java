package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.testkit.webauthn.KeyAlgorithm;
import io.tweestap.testkit.webauthn.Misbehavior;
import io.tweestap.testkit.webauthn.SoftwareKey;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayName("WebAuthn Level 3 section 7.1: a security key is registered")
class KeyRegistrationTest extends KeyTest {
  @Test
  @DisplayName("WA-1, WA-2, WA-3: what the browser is asked")
  void theBrowserIsAsked() {
    Registered before = registered();
    JsonNode begun = begunKey("second");
    JsonNode options = begun.at("/challenge/public_key");

    assertThat(bytes(options.path("challenge"))).hasSizeGreaterThanOrEqualTo(16);
    assertThat(options).isNotEqualTo(begunKey("third").at("/challenge/public_key"));
    assertThat(bytes(options.at("/user/id"))).hasSize(64);
    assertThat(new String(bytes(options.at("/user/id")), java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("anna");
    assertThat(options.path("pubKeyCredParams").valueStream().map(one -> one.get("alg").asInt()))
        .containsExactly(-8, -7, -257);
    assertThat(options.path("attestation").asString()).isEqualTo("none");
    assertThat(options.at("/authenticatorSelection/residentKey").asString()).isEqualTo("preferred");
    assertThat(options.at("/authenticatorSelection/userVerification").asString())
        .isEqualTo("preferred");
    assertThat(options.at("/rp/id").asString()).isEqualTo(site);
    assertThat(
            options.path("excludeCredentials").valueStream().map(one -> one.get("id").asString()))
        .containsExactly(before.key().id());
  }

  @Test
  @DisplayName("WA-2: a user keeps the handle, and every user has another")
  void everyUserHasAHandle() {
    user("bert", "bert@example.org");
    String mine = begunKey("one").at("/challenge/public_key/user/id").asString();
    JsonNode other = post(tenant, "/v1/users/bert/factors", "{\"kind\":\"webauthn\"}").json();

    assertThat(begunKey("two").at("/challenge/public_key/user/id").asString()).isEqualTo(mine);
    assertThat(other.at("/challenge/public_key/user/id").asString()).isNotEqualTo(mine);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("WA-11, WA-14: a key of each algorithm is registered, and what is known of it kept")
  void aKeyIsRegistered(KeyAlgorithm algorithm) {
    Registered with = registered(SoftwareKey.of(algorithm, random).attestingItself(), "blue key");

    JsonNode factor = get(tenant, FACTORS + "/" + with.factor()).json();

    assertThat(factor.path("state").asString()).isEqualTo("active");
    assertThat(factor.path("strength").asString()).isEqualTo("phishing_resistant");
    assertThat(factor.path("medium").asString()).isEqualTo("token");
    assertThat(factor.path("synced").asBoolean(true)).isFalse();
    assertThat(factor.at("/transports/0").asString()).isEqualTo("usb");
    Map<String, @Nullable Object> row =
        jdbc.sql("SELECT * FROM webauthn_credential WHERE tenant_id = :tenant")
            .param("tenant", tenant.tenant().id().value())
            .query()
            .singleRow();
    assertThat(row)
        .containsEntry("rp_id", site)
        .containsEntry("sign_count", 1L)
        .containsEntry("uv_initialized", true)
        .containsEntry("backup_eligible", false)
        .containsEntry("backup_state", false)
        .containsEntry("attestation", "packed");
  }

  @Test
  @DisplayName("WA-25: a second key is advised for one that cannot be copied")
  void aSecondKeyIsAdvised() {
    JsonNode begun = begunKey("blue");
    assertThat(confirm(key(), begun).json().path("spare_advised").asBoolean()).isTrue();

    Answer second = confirm(key(), begunKey("red"));

    assertThat(second.json().path("spare_advised").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Misbehavior.class,
      names = {
        "WRONG_TYPE",
        "WRONG_CHALLENGE",
        "CROSS_ORIGIN",
        "WRONG_RP_ID_HASH",
        "NO_USER_PRESENCE",
        "BACKED_UP_BUT_NOT_ELIGIBLE",
        "UNOFFERED_ALGORITHM",
        "OFF_CURVE",
        "STATEMENT_WITH_NONE",
        "UNKNOWN_FORMAT",
        "LONG_CREDENTIAL_ID",
        "TRAILING_BYTES"
      })
  @DisplayName(
      "WA-4, WA-6, WA-7, WA-8, WA-10, WA-11, WA-12, WA-13, WA-21: a wrong one registers nothing")
  void aWrongResponseRegistersNothing(Misbehavior wrong) {
    assertThat(confirm(key(), begunKey("blue"), wrong).code()).isEqualTo("wrong_code");
  }

  @Test
  @DisplayName("WA-12: a statement that the key did not sign registers nothing")
  void aWrongStatementRegistersNothing() {
    SoftwareKey key = key().attestingItself();

    assertThat(confirm(key, begunKey("blue"), Misbehavior.WRONG_SIGNATURE).code())
        .isEqualTo("wrong_code");
  }

  @Test
  @DisplayName("WA-9: the PIN or finger is asked for where the tenant wants it")
  void theUserIsVerifiedWhereItIsRequired() {
    settings("\"user_verification\":\"required\"");
    JsonNode begun = begunKey("blue");

    assertThat(confirm(key(), begun, Misbehavior.NO_USER_VERIFICATION).code())
        .isEqualTo("wrong_code");
    assertThat(confirm(key(), begun).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("WA-13: a key is registered once, to whomever")
  void aKeyIsRegisteredOnce() {
    Registered with = registered();
    user("bert", "bert@example.org");
    JsonNode begun = post(tenant, "/v1/users/bert/factors", "{\"kind\":\"webauthn\"}").json();
    String response = with.key().create(options(begun), origin());

    Answer again =
        post(
            tenant,
            "/v1/users/bert/factors/" + factorOf(begun) + "/confirm",
            "{\"response\":" + response + "}");

    assertThat(again.code()).isEqualTo("wrong_code");
    assertThat(confirm(with.key(), begunKey("again")).code()).isEqualTo("wrong_code");
  }

  @Test
  @DisplayName("WA-1: a challenge registers one key, in its five minutes, and only the newest does")
  void aChallengeRegistersOneKey() {
    JsonNode begun = begunKey("blue");
    SoftwareKey key = key();
    String response = key.create(options(begun), origin());
    clock.advance(Duration.ofMinutes(5));
    assertThat(confirm(begun, response).json().path("reason").asString()).isEqualTo("expired");

    JsonNode next = begunKey("red");
    assertThat(confirm(next, response).code()).isEqualTo("wrong_code");
    assertThat(confirm(key, next).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("WA-12: a model that is not among the allowed ones registers nothing")
  void onlyAllowedModels() {
    settings("\"allowed_aaguids\":[\"2fc0579f-8113-47ea-b116-bb5a8db9202a\"]");
    assertThat(confirm(key(), begunKey("blue")).code()).isEqualTo("wrong_code");

    settings("\"allowed_aaguids\":[\"00000000-0000-0000-0000-000000000000\"]");
    assertThat(confirm(key(), begunKey("blue")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":1}",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{},"
            + "\"clientExtensionResults\":{}}",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":"
            + "{\"clientDataJSON\":\"AA\",\"attestationObject\":\"v2NmbXRkbm9uZf8\"},"
            + "\"clientExtensionResults\":{}}"
      })
  @DisplayName("WA-21: what is no response registers nothing, and breaks nothing")
  void whatIsNoResponseRegistersNothing(String response) {
    assertThat(confirm(begunKey("blue"), response).code()).isEqualTo("wrong_code");
  }

  @Test
  @DisplayName("WA-22: nothing tells a stranger which keys a user has")
  void nothingTellsAStranger() {
    Registered with = registered();
    List<Answer> asked =
        List.of(
            post(
                tenant,
                "/v1/logins/" + java.util.UUID.randomUUID() + "/challenges",
                "{\"factor_id\":\"" + with.factor() + "\"}"),
            post(tenant, "/v1/users/nobody/factors/" + with.factor() + "/challenges", "{}"));

    assertThat(asked).allMatch(answer -> answer.status() == 404);
    assertThat(asked).noneMatch(answer -> answer.text().contains(with.key().id()));
  }

  @Test
  @DisplayName("PRV-4: nothing of an erased user's keys stays")
  void nothingOfAnErasedUserStays() {
    registered();
    begunKey("pending");
    delete(tenant, "/v1/users/anna");

    for (String table : List.of("webauthn_user", "webauthn_credential", "webauthn_challenge")) {
      assertThat(
              jdbc.sql("SELECT count(*) FROM " + table + " WHERE tenant_id = :tenant")
                  .param("tenant", tenant.tenant().id().value())
                  .query(Long.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  private static byte[] bytes(JsonNode text) {
    return Base64.getUrlDecoder().decode(text.asString());
  }
}
