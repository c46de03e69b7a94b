package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.audit.AuditAction;
import io.tweestap.testkit.webauthn.KeyAlgorithm;
import io.tweestap.testkit.webauthn.Misbehavior;
import io.tweestap.testkit.webauthn.SoftwareKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@DisplayName("WebAuthn Level 3 section 7.2: a login is answered with a security key")
class KeyLoginTest extends KeyTest {
  private static final String RENT =
      "\"details\":{\"amount\":\"950.00\",\"currency\":\"EUR\",\"payee\":\"Anna Smit\"}";

  @ParameterizedTest
  @EnumSource
  @DisplayName("WA-18: a key passes a login, whatever it signs with")
  void aKeyPassesALogin(KeyAlgorithm algorithm) {
    Registered with = registered(SoftwareKey.of(algorithm, random), "blue key");

    Answer passed = login(with);

    assertThat(outcome(passed)).as(passed.text()).isEqualTo("passed");
    assertThat(amr(passed)).containsExactly("pwd", "hwk", "pop", "user", "mfa");
    assertThat(passed.json().at("/result/acr").asString()).isEqualTo("urn:tweestap:acr:3");
  }

  @Test
  @DisplayName("WA-25: a passkey that can be copied passes, but not at the highest level")
  void aSyncedKeyIsNotTheHighestLevel() {
    Answer passed = login(registered(SoftwareKey.synced(random), "phone"));

    assertThat(amr(passed)).containsExactly("pwd", "pop", "swk", "user", "mfa");
    assertThat(passed.json().at("/result/acr").asString()).isEqualTo("urn:tweestap:acr:2");
  }

  @Test
  @DisplayName("WA-16: all keys of a user are one option, and the answer says which it was")
  void allKeysAreOneOption() {
    Registered blue = registered(key(), "blue");
    Registered red = registered(key(), "red");
    JsonNode login = begun("");
    assertThat(login.path("options").size()).isEqualTo(1);
    JsonNode option = login.at("/options/0");
    assertThat(option.path("kind").asString()).isEqualTo("webauthn");
    assertThat(option.path("name").asString()).contains("blue").contains("red");
    assertThat(option.path("needs_challenge").asBoolean()).isTrue();
    String id = login.path("id").asString();
    String factor = option.path("factor_id").asString();
    JsonNode asked = asked(id, factor);
    assertThat(List.of(blue, red)).allMatch(one -> one.key().isAllowed(options(asked)));
    Registered other = factor.equals(blue.factor()) ? red : blue;

    Answer passed = answered(id, factor, other.key().get(options(asked), origin()));

    assertThat(outcome(passed)).isEqualTo("passed");
    assertThat(get(tenant, FACTORS + "/" + other.factor()).json().has("last_used_at")).isTrue();
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
        "CHANGED_BACKUP_ELIGIBILITY",
        "BACKED_UP_BUT_NOT_ELIGIBLE",
        "OTHER_CREDENTIAL",
        "OTHER_USER_HANDLE",
        "WRONG_SIGNATURE",
        "TRAILING_BYTES"
      })
  @DisplayName(
      "WA-4, WA-6, WA-7, WA-8, WA-10, WA-16, WA-17, WA-18, WA-21: a wrong answer opens nothing")
  void aWrongAnswerOpensNothing(Misbehavior wrong) {
    assertThat(outcome(login(registered(), wrong))).isEqualTo("wrong_code");
  }

  @Test
  @DisplayName("WA-15: what a key says of extensions that nobody asked for does no harm")
  void unrequestedExtensionsAreFine() {
    assertThat(outcome(login(registered(), Misbehavior.UNREQUESTED_EXTENSION))).isEqualTo("passed");
  }

  @Test
  @DisplayName("WA-5: an answer from another page, port or subdomain opens nothing")
  void otherOriginsOpenNothing() {
    Registered with = registered();
    for (String other :
        List.of(
            "https://evil.example",
            "https://sub." + origin().substring(8),
            origin() + ":8443",
            origin().replace("https", "http"),
            origin() + ".evil.example")) {
      String login = pending();
      JsonNode asked = asked(login, with.factor());
      assertThat(outcome(answered(login, with.factor(), with.key().get(options(asked), other))))
          .as(other)
          .isEqualTo("wrong_code");
      clock.advance(Duration.ofHours(1));
    }
  }

  @Test
  @DisplayName("WA-9: the PIN or finger is asked for where the tenant wants it")
  void theUserIsVerifiedWhereItIsRequired() {
    Registered with = registered();
    assertThat(outcome(login(with, Misbehavior.NO_USER_VERIFICATION))).isEqualTo("passed");

    settings("\"user_verification\":\"required\"");

    assertThat(outcome(login(with, Misbehavior.NO_USER_VERIFICATION))).isEqualTo("wrong_code");
    assertThat(outcome(login(with))).isEqualTo("passed");
  }

  @Test
  @DisplayName("WA-19: a counter that goes back is refused, is on record, and told by mail")
  void aCounterThatGoesBackIsRefused() {
    Registered with = registered();
    assertThat(outcome(login(with))).isEqualTo("passed");

    Answer refused = login(with, Misbehavior.COUNTER_BACK);

    assertThat(refused.code()).isEqualTo("challenge_over");
    assertThat(refused.json().path("reason").asString()).isEqualTo("counter_went_back");
    assertThat(counterNews()).containsExactly("refused");
    assertThat(mails("went back", 1).getFirst()).contains("blue key", "nobody got in");
  }

  @Test
  @DisplayName("WA-19: a tenant may let it pass, with a note in the audit and a mail")
  void aCounterThatGoesBackIsNoted() {
    settings("\"counter_back\":\"note\"");
    Registered with = registered();
    assertThat(outcome(login(with))).isEqualTo("passed");

    assertThat(outcome(login(with, Misbehavior.COUNTER_BACK))).isEqualTo("passed");

    assertThat(counterNews()).containsExactly("success");
    assertThat(mails("went back", 1).getFirst()).contains("blue key", "accepted all the same");
  }

  private List<String> counterNews() {
    return jdbc.sql("SELECT result FROM audit_event WHERE tenant_id = :tenant AND action = :action")
        .param("tenant", tenant.tenant().id().value())
        .param("action", AuditAction.FACTOR_COUNTER_WENT_BACK.text())
        .query((row, _) -> row.getString(1))
        .list();
  }

  @Test
  @DisplayName("WA-1: an answer passes one login, and no other")
  void anAnswerPassesOneLogin() {
    Registered with = registered();
    String one = pending();
    String two = pending();
    String response = with.key().get(options(asked(one, with.factor())), origin());
    asked(two, with.factor());

    assertThat(outcome(answered(two, with.factor(), response))).isEqualTo("wrong_code");
    assertThat(outcome(answered(one, with.factor(), response))).isEqualTo("passed");
    assertThat(outcome(answered(one, with.factor(), response))).isEqualTo("login_over");
  }

  @Test
  @DisplayName("WA-1: a challenge is over after five minutes")
  void aChallengeExpires() {
    Registered with = registered();
    String login = pending();
    JsonNode asked = asked(login, with.factor());
    clock.advance(Duration.ofMinutes(5));

    Answer late = answered(login, with.factor(), with.key().get(options(asked), origin()));

    assertThat(late.json().path("reason").asString()).isEqualTo("expired");
  }

  @Test
  @DisplayName("TXN-3, PSD-9, PSD-10: a payment is signed with its amount and payee")
  void aPaymentIsSigned() {
    Registered with = registered();
    String login = id(begin("anna", "payment", RENT));
    JsonNode asked = asked(login, with.factor());
    assertThat(asked.path("text").asString()).isEqualTo("EUR 950.00 to Anna Smit");
    String response = with.key().get(options(asked), origin());

    assertThat(outcome(answered(login, with.factor(), response, RENT))).isEqualTo("passed");
  }

  @Test
  @DisplayName("TXN-3, PSD-10: a changed payee voids the challenge")
  void aChangedPayeeVoidsTheChallenge() {
    Registered with = registered();
    String path = FACTORS + "/" + with.factor();
    JsonNode asked = post(tenant, path + "/challenges", "{" + RENT + "}").json();
    String response = with.key().get(options(asked), origin());
    String body =
        "{\"response\":%s,\"challenge_id\":\"%s\",%s}"
            .formatted(response, asked.path("challenge_id").asString(), RENT);

    assertThat(post(tenant, path + "/verify", body.replace("Anna Smit", "Mallory")).code())
        .isEqualTo("challenge_over");
    assertThat(post(tenant, path + "/verify", body).code()).isEqualTo("already_used");
  }

  @Test
  @DisplayName("WA-16: a key that was removed or suspended opens nothing")
  void aKeyOutOfUseOpensNothing() {
    Registered blue = registered(key(), "blue");
    Registered red = registered(key(), "red");
    String login = pending();
    String factor = get(tenant, "/v1/logins/" + login).json().at("/options/0/factor_id").asString();
    Registered other = factor.equals(blue.factor()) ? red : blue;
    String response = other.key().get(options(asked(login, factor)), origin());
    delete(tenant, FACTORS + "/" + other.factor());

    assertThat(outcome(answered(login, factor, response))).isNotEqualTo("passed");
    assertThat(other.key().isAllowed(options(asked(pending(), factor)))).isFalse();
  }

  private static List<String> amr(Answer passed) {
    return passed.json().at("/result/amr").valueStream().map(JsonNode::asString).toList();
  }
}
