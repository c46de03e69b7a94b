package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Frequency;
import io.tweestap.policy.Stay;
import io.tweestap.policy.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName(
    "Somebody without a factor sets one up on the way, and a thief of the password does not")
class LoginEnrollmentTest extends LoginTest {
  private String path(String login, String step) {
    return "/v1/logins/" + login + "/enrollment" + step;
  }

  private Answer proof(String login) {
    return post(tenant, path(login, "/proof"), "{}");
  }

  private Answer prove(String login, String code) {
    return post(tenant, path(login, "/proof/check"), "{\"code\":\"" + code + "\"}");
  }

  private Answer confirm(String login, String code) {
    return post(tenant, path(login, "/confirm"), "{\"code\":\"" + code + "\"}");
  }

  private Answer skip(String login) {
    return post(tenant, path(login, "/skip"), "{}");
  }

  private boolean mayBegin(String login) {
    return beginFactor(login, "{\"kind\":\"totp\"}").status() == 201;
  }

  @Test
  @DisplayName("N1, P4: after the date a first factor is set up, behind a code to a proven address")
  void aFirstFactorIsSetUpBehindAProof() {
    policy(required(FirstFactorProof.MAIL_LINK));
    addressesAreProven(anna);
    JsonNode login = begun("");
    String id = login.path("id").asString();
    assertThat(login.path("decision").asString()).isEqualTo("enroll");
    assertThat(login.path("next").asString()).isEqualTo("enrollment_proof");
    assertThat(login.at("/enrollment/required").asBoolean()).isTrue();
    assertThat(login.at("/addresses/0/to").asString()).doesNotContain("anna");

    assertThat(proof(id).status()).isEqualTo(201);
    assertThat(prove(id, mailedCode(1)).json().path("next").asString()).isEqualTo("enrollment");
    App app = appIn(id);
    Answer passed = confirm(id, code(app));

    assertThat(outcome(passed)).as(passed.text()).isEqualTo("passed");
    assertThat(passed.json().at("/result/acr").asString()).isEqualTo("urn:tweestap:acr:2");
    advance(Duration.ofSeconds(60));
    assertThat(outcome(answer(pending(), app.id(), code(app)))).isEqualTo("passed");
    assertThat(audited()).contains("enrollment.proven success", "factor.bound success");
  }

  @Test
  void aThiefOfThePasswordCannotEnroll() {
    policy(required(FirstFactorProof.MAIL_LINK));
    addressesAreProven(anna);
    String id = pending();

    assertThat(mayBegin(id)).isFalse();
    assertThat(confirm(id, "123456").code()).isEqualTo("wrong_step");
    assertThat(skip(id).code()).isEqualTo("no_skip_left");
    proof(id);
    String wrong = wrong(mailedCode(1));
    assertThat(prove(id, wrong).code()).isEqualTo("wrong_code");
    assertThat(mayBegin(id)).isFalse();
    assertThat(get(tenant, "/v1/logins/" + id).json().path("next").asString())
        .isEqualTo("enrollment_proof");
  }

  @Test
  @DisplayName("OOB-4: new codes bring no new guesses")
  void guessesAtTheProofEndTheLogin() {
    policy(required(FirstFactorProof.MAIL_LINK));
    addressesAreProven(anna);
    String id = pending();
    for (int round = 1; round <= 2; round++) {
      assertThat(proof(id).status()).isEqualTo(201);
      String wrong = wrong(mailedCode(round));
      for (int i = 0; i < 4; i++) {
        assertThat(prove(id, wrong).code()).isEqualTo("wrong_code");
      }
      assertThat(prove(id, wrong).code()).isEqualTo("challenge_over");
      advance(Duration.ofSeconds(31));
    }
    assertThat(proof(id).status()).isEqualTo(201);
    String wrong = wrong(mailedCode(3));
    assertThat(prove(id, wrong).code()).isEqualTo("wrong_code");

    assertThat(prove(id, wrong).json().path("state").asString()).isEqualTo("failed");
  }

  @Test
  @DisplayName("REC-3: an address that nobody has proven proves nothing")
  void anUnprovenAddressIsNone() {
    policy(required(FirstFactorProof.MAIL_LINK));

    assertThat(proof(pending()).code()).isEqualTo("no_proven_address");
  }

  @Test
  void withoutAProofThePasswordIsEnoughWhereThePolicySaysSo() {
    policy(required(FirstFactorProof.NONE));
    String id = pending();
    App app = appIn(id);

    assertThat(outcome(confirm(id, code(app)))).isEqualTo("passed");
  }

  @Test
  void onlyKindsThatThePolicyAllowsAreSetUp() {
    policy(required(FirstFactorProof.NONE));
    String id = pending();

    assertThat(beginFactor(id, "{\"kind\":\"temporary_pass\"}").code()).isEqualTo("invalid_field");
    assertThat(beginFactor(id, "{\"kind\":\"totp\",\"serial\":\"1\"}").code())
        .isEqualTo("invalid_field");
    assertThat(beginFactor(id, "{}").code()).isEqualTo("missing_field");
  }

  @Test
  void aWrongFirstCodeActivatesNothing() {
    policy(required(FirstFactorProof.NONE));
    String id = pending();
    App app = appIn(id);

    assertThat(confirm(id, wrong(app)).code()).isEqualTo("wrong_code");
    assertThat(outcome(confirm(id, code(app)))).isEqualTo("passed");
  }

  @Test
  @DisplayName("Race: the last skip is used once")
  void theLastSkipIsUsedOnce() throws Exception {
    policy(
        new Terms(
            Optional.empty(),
            Optional.of(yesterday().plusDays(30)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(1),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Stay.USUAL));
    assertThat(begun("").at("/enrollment/skips_left").asInt()).isEqualTo(1);

    List<String> outcomes = Together.run(16, () -> outcome(skip(pending())));

    assertThat(outcomes).filteredOn("passed"::equals).hasSize(1);
    assertThat(outcomes).filteredOn("no_skip_left"::equals).hasSize(15);
    assertThat(begun("").at("/enrollment/required").asBoolean()).isTrue();
  }

  @Test
  void whatIsOfferedCanBePutOffWithOneFactor() {
    JsonNode offered = begun("");
    assertThat(offered.path("decision").asString()).isEqualTo("enroll");
    assertThat(offered.at("/enrollment/required").asBoolean()).isFalse();

    Answer skipped = skip(offered.path("id").asString());

    assertThat(skipped.json().at("/result/acr").asString()).isEqualTo("urn:tweestap:acr:1");
    assertThat(skipped.json().at("/result/amr").size()).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "CS-3, BND-3, TXN-6, ASVS-7.5.1: another factor needs an answer with an existing one")
  void aFurtherFactorNeedsAnExistingOne() {
    App app = app(anna);
    String id = pending();
    assertThat(mayBegin(id)).isFalse();
    answer(id, app.id(), code(app));
    assertThat(mayBegin(id)).isTrue();
    App second = appIn(id);
    assertThat(outcome(confirm(id, code(second)))).isEqualTo("passed");
    assertThat(confirm(id, code(second)).code()).isEqualTo("login_over");

    advance(Duration.ofMinutes(10));

    assertThat(mayBegin(id)).isFalse();
  }

  @Test
  @DisplayName("CS-3: a session on a remembered browser adds no factor")
  void aRememberedBrowserAddsNoFactor() {
    policy(terms(new Frequency.PerBrowser(30)));
    App app = app(anna);
    Answer first = answer(pending(), app.id(), code(app), "\"remember_browser\":true");
    String token = first.json().path("browser_token").asString();
    JsonNode passed = begun("\"browser_token\":\"" + token + "\"");
    assertThat(passed.path("state").asString()).isEqualTo("passed");

    assertThat(mayBegin(passed.path("id").asString())).isFalse();
  }

  @Test
  void aNewFactorEndsRememberedBrowsers() {
    policy(terms(new Frequency.PerBrowser(30)));
    App app = app(anna);
    String id = pending();
    Answer first = answer(id, app.id(), code(app), "\"remember_browser\":true");
    String token = first.json().path("browser_token").asString();
    confirm(id, code(appIn(id)));

    assertThat(begun("\"browser_token\":\"" + token + "\"").path("decision").asString())
        .isEqualTo("challenge");
  }
}
