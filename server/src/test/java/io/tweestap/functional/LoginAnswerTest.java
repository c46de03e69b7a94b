package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.FactorId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("The second step of a login: challenge and answer")
class LoginAnswerTest extends LoginTest {
  @Test
  @DisplayName("OIDC-12: amr names the factors that were used, mfa only with two; it passes once")
  void aUserWithAFactorIsChallengedAndPassesOnce() {
    App app = app(anna);
    JsonNode login = begun("\"application\":\"shop\",\"ip\":\"203.0.113.9\"");
    assertThat(login.path("decision").asString()).isEqualTo("challenge");
    assertThat(login.path("state").asString()).isEqualTo("pending");
    assertThat(login.path("next").asString()).isEqualTo("answer");
    assertThat(login.at("/options/0/factor_id").asString()).isEqualTo(app.id().toString());
    assertThat(login.at("/options/0/kind").asString()).isEqualTo("totp");
    assertThat(login.at("/options/0/preferred").asBoolean()).isTrue();
    assertThat(login.at("/reasons/0/code").asString()).isEqualTo("every_login");
    assertThat(login.has("result")).isFalse();
    String id = login.path("id").asString();

    Answer passed = answer(id, app.id(), code(app));

    assertThat(passed.status()).as(passed.text()).isEqualTo(200);
    JsonNode result = passed.json().path("result");
    assertThat(result.path("amr").valueStream().map(JsonNode::asString))
        .containsExactly("pwd", "otp", "mfa");
    assertThat(result.path("acr").asString()).isEqualTo("urn:tweestap:acr:2");
    assertThat(result.path("auth_time").asString()).isEqualTo(clock.instant().toString());
    assertThat(result.path("session_lifetime_seconds").asLong()).isEqualTo(86_400);
    assertThat(result.path("idle_seconds").asLong()).isEqualTo(3_600);
    Answer again = answer(id, app.id(), code(app));
    assertThat(again.code()).isEqualTo("login_over");
    assertThat(again.json().path("state").asString()).isEqualTo("passed");
    assertThat(get(tenant, "/v1/logins/" + id).json().path("result")).isEqualTo(result);
    assertThat(audited()).contains("login.decided success", "login.passed success");
  }

  @Test
  @DisplayName("PSD-3: a wrong answer does not say what was wrong, and uses up one")
  void aWrongCodeUsesUpOneAnswer() {
    App app = app(anna);
    String id = pending();

    Answer wrong = answer(id, app.id(), wrong(app));

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.code()).isEqualTo("wrong_code");
    assertThat(wrong.json().path("answers_left").asInt()).isEqualTo(9);
    assertThat(outcome(answer(id, app.id(), code(app)))).isEqualTo("passed");
  }

  @Test
  @DisplayName("TXN-4: the tenth wrong answer ends the login, whatever factors they were to")
  void tooManyWrongAnswersEndTheLogin() {
    App one = app(anna);
    App two = app(anna);
    App three = app(anna);
    String id = pending();
    for (App app : new App[] {one, one, one, one, two, two, two, two, three}) {
      assertThat(answer(id, app.id(), wrong(app)).code()).isEqualTo("wrong_code");
    }

    Answer tenth = answer(id, three.id(), wrong(three));

    assertThat(tenth.code()).isEqualTo("login_over");
    assertThat(tenth.json().path("state").asString()).isEqualTo("failed");
    assertThat(outcome(answer(id, three.id(), code(three)))).isEqualTo("login_over");
    assertThat(outcome(answer(pending(), three.id(), code(three)))).isEqualTo("passed");
  }

  @Test
  @DisplayName(
      "PSD-4, PSD-7: the fifth failure slows one factor down, its end is told, another goes on")
  void aFactorIsSlowedDownAndAnotherIsNot() {
    App one = app(anna);
    App two = app(anna);
    String id = pending();
    for (int i = 0; i < 5; i++) {
      answer(id, one.id(), wrong(one));
    }

    Answer slowed = answer(id, one.id(), code(one));

    assertThat(slowed.status()).isEqualTo(429);
    assertThat(slowed.code()).isEqualTo("slowed_down");
    assertThat(slowed.header("Retry-After")).isEqualTo("30");
    assertThat(outcome(answer(id, two.id(), code(two)))).isEqualTo("passed");
  }

  @Test
  @DisplayName("OTP-9: a code that one login took is no good for the next")
  void aCodeIsSpentByOneLogin() {
    App app = app(anna);
    String code = code(app);
    assertThat(outcome(answer(pending(), app.id(), code))).isEqualTo("passed");

    assertThat(outcome(answer(pending(), app.id(), code))).isEqualTo("already_used");
  }

  @Test
  void aLoginLivesTenMinutes() {
    App app = app(anna);
    String id = pending();
    advance(Duration.ofMinutes(10));

    Answer late = answer(id, app.id(), code(app));

    assertThat(late.code()).isEqualTo("login_over");
    assertThat(late.json().path("state").asString()).isEqualTo("expired");
    assertThat(get(tenant, "/v1/logins/" + id).json().path("state").asString())
        .isEqualTo("expired");
  }

  @Test
  void aCanceledLoginTakesNoAnswer() {
    App app = app(anna);
    String id = pending();
    assertThat(delete(tenant, "/v1/logins/" + id).json().path("state").asString())
        .isEqualTo("canceled");
    assertThat(delete(tenant, "/v1/logins/" + id).status()).isEqualTo(200);

    assertThat(answer(id, app.id(), code(app)).json().path("state").asString())
        .isEqualTo("canceled");
  }

  @Test
  void anotherUsersFactorAnswersNothing() {
    app(anna);
    App other = app(user("ben", "ben@example.org"));

    assertThat(outcome(answer(pending(), other.id(), code(other)))).isEqualTo("factor_not_usable");
  }

  @Test
  void anUnknownLoginAndAnUnknownUserAreSaidSo() {
    FactorId nobody = new FactorId(new UUID(1, 2));
    Answer answer = answer("018f0000-0000-7000-8000-000000000000", nobody, "123456");
    assertThat(answer.status()).isEqualTo(404);
    Answer unknown = begin("nobody", "login", "");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().path("field").asString()).isEqualTo("user");
  }

  @Test
  void aSuspendedUserIsRefusedAndAnOpenLoginIsOver() {
    App app = app(anna);
    String open = pending();
    users.suspend(tenant.tenant().id(), anna.ref(), "system", "");

    JsonNode refused = begun("");

    assertThat(refused.path("decision").asString()).isEqualTo("refuse");
    assertThat(refused.path("state").asString()).isEqualTo("refused");
    assertThat(refused.at("/reasons/0/code").asString()).isEqualTo("user_suspended");
    assertThat(outcome(answer(open, app.id(), code(app)))).isEqualTo("login_over");
  }

  @Test
  void theSameKeyBeginsOneLogin() {
    app(anna);
    String body = "{\"user\":\"anna\",\"purpose\":\"login\"}";

    Answer one =
        send(
            withJson(authorized(tenant, "/v1/logins"), "POST", body)
                .header("Idempotency-Key", "k"));
    Answer two =
        send(
            withJson(authorized(tenant, "/v1/logins"), "POST", body)
                .header("Idempotency-Key", "k"));

    assertThat(one.status()).isEqualTo(201);
    assertThat(two.text()).isEqualTo(one.text());
  }
}
