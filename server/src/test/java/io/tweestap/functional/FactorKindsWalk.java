package io.tweestap.functional;

import io.tweestap.functional.ApiTest.Answer;
import io.tweestap.functional.ApiTest.TestTenant;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.ocra.Ocra;
import io.tweestap.otp.ocra.OcraInput;
import io.tweestap.otp.ocra.OcraSuite;
import io.tweestap.testkit.webauthn.SoftwareKey;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Every answer of phones, devices, recovery codes and app passwords, for [AnswersDescribedTest].
final class FactorKindsWalk {
  private static final String CARL = "/v1/users/carl";
  private static final String FACTORS = CARL + "/factors";
  private static final String NUMBER = "+31600000002";
  private static final String SUITE = "OCRA-1:HOTP-SHA256-8:QA08";

  private final AnswersDescribedTest test;
  private final TestTenant tenant;

  private FactorKindsWalk(AnswersDescribedTest test, TestTenant tenant) {
    this.test = test;
    this.tenant = tenant;
  }

  static void go(AnswersDescribedTest test, TestTenant tenant) {
    FactorKindsWalk walk = new FactorKindsWalk(test, tenant);
    walk.call("PUT", CARL, "{}", 201);
    walk.phone();
    walk.device();
    walk.securityKey();
    walk.recoveryCodes();
    walk.appPasswords();
  }

  private void phone() {
    call("PUT", "/v1/settings/test_numbers/" + NUMBER, "{\"code\":\"123456\"}", 200);
    String phone = "{\"kind\":\"phone\",\"number\":\"" + NUMBER + "\"}";
    String one = FACTORS + "/" + id(call("POST", FACTORS, phone, 201));
    call("POST", one + "/challenges", "{}", 404);
    call("POST", one + "/confirm", "{\"code\":\"000000\"}", 422);
    call("POST", one + "/confirm", "{\"code\":\"123456\"}", 200);
    call("POST", FACTORS, "{\"kind\":\"phone\",\"number\":\"061\"}", 400);
    call("POST", FACTORS, "{\"kind\":\"phone\",\"number\":\"09001234\"}", 422);
    call("POST", FACTORS, "{\"kind\":\"phone\",\"number\":\"+33612345678\"}", 422);
    String ask = "{\"request_id\":\"018f0000-0000-7000-8000-000000000001\"}";
    Answer sent = call("POST", one + "/challenges", ask, 201);
    call("POST", one + "/challenges", ask, 429);
    call("POST", one + "/challenges", "{\"channel\":\"fax\"}", 400);
    String challenge = sent.json().path("challenge_id").asString();
    call("POST", one + "/verify", answer("123456", challenge), 200);
    call("POST", one + "/verify", answer("123456", challenge), 409);
    call("GET", one, null, 200);
    call("DELETE", "/v1/settings/test_numbers/" + NUMBER, null, 204);
  }

  private void device() {
    String device = "{\"kind\":\"ocra\",\"suite\":\"" + SUITE + "\"}";
    Answer begun = call("POST", FACTORS, device, 201);
    String one = FACTORS + "/" + id(begun);
    OtpSecret secret = OtpSecret.ofBase32(begun.json().path("secret").asString());
    String first = response(secret, begun.json().at("/challenge/question").asString());
    call("POST", one + "/confirm", "{\"code\":\"" + first + "\"}", 200);
    Answer asked =
        call(
            "POST",
            one + "/challenges",
            "{\"details\":{\"amount\":950,\"currency\":\"EUR\",\"payee\":\"Anna Smit\"}}",
            201);
    String answer = response(secret, asked.json().path("question").asString());
    String challenge = asked.json().path("challenge_id").asString();
    call("POST", one + "/verify", answer(answer, challenge), 410);
    call("POST", one + "/challenges", "{\"client_question\":\"CLI22220\"}", 201);
    call("POST", one + "/challenges", "{\"client_question\":\"?\"}", 422);
    call("POST", FACTORS, "{\"kind\":\"ocra\",\"suite\":\"x\"}", 400);
    call("GET", one, null, 200);
  }

  private void securityKey() {
    SoftwareKey key = SoftwareKey.synced(new SecureRandom());
    Answer begun = call("POST", FACTORS, "{\"kind\":\"webauthn\",\"name\":\"Phone\"}", 201);
    String one = FACTORS + "/" + id(begun);
    String origin = "http://localhost:" + test.address("/").getPort();
    String made = key.create(begun.json().at("/challenge/public_key").toString(), origin);
    call("POST", one + "/confirm", "{\"response\":{}}", 422);
    call("POST", one + "/confirm", "{\"response\":" + made + "}", 200);
    Answer asked = call("POST", one + "/challenges", "{}", 201);
    String said = key.get(asked.json().path("public_key").toString(), origin);
    String body =
        "{\"response\":%s,\"challenge_id\":\"%s\"}"
            .formatted(said, asked.json().path("challenge_id").asString());
    call("POST", one + "/verify", body, 200);
    call("POST", one + "/verify", body, 409);
    call(
        "POST",
        one + "/verify",
        body.replace("{\"response\"", "{\"code\":\"1\",\"response\""),
        400);
    call("GET", one, null, 200);
  }

  private void recoveryCodes() {
    Answer made = call("POST", FACTORS, "{\"kind\":\"recovery_code\"}", 201);
    String one = FACTORS + "/" + id(made);
    String code = made.json().at("/codes/0").asString();
    call("POST", one + "/verify", "{\"code\":\"" + code + "\"}", 200);
    call("POST", one + "/verify", "{\"code\":\"" + code + "\"}", 409);
    call("POST", one + "/challenges", "{}", 422);
    call("GET", one, null, 200);
    call("GET", FACTORS, null, 200);
  }

  private void appPasswords() {
    String path = CARL + "/app-passwords";
    String wish =
        "{\"service\":\"imap\",\"device\":\"phone\",\"authenticated_at\":\"%s\"}"
            .formatted(test.clock.instant());
    Answer made = call("POST", path, wish, 201);
    String judge =
        "{\"user\":\"carl\",\"service\":\"imap\",\"password\":\"%s\"}"
            .formatted(made.json().path("password").asString());
    call("POST", "/v1/app-passwords/verify", judge, 200);
    call("POST", "/v1/app-passwords/verify", judge.replace("carl", "x"), 200);
    call("POST", "/v1/app-passwords/verify", "{}", 400);
    call("GET", path, null, 200);
    test.clock.advance(Duration.ofMinutes(11));
    call("POST", path, wish, 422);
    String one = path + "/" + made.json().path("id").asString();
    call("DELETE", one, null, 204);
    call("DELETE", one, null, 404);
    call("DELETE", path, null, 200);
    call("GET", CARL + "/export", null, 200);
    call("POST", CARL + "/suspend", "{}", 200);
    call("POST", path, wish, 409);
    call("POST", CARL + "/resume", "{}", 200);
  }

  private Answer call(String method, String path, @Nullable String body, int status) {
    return test.call(tenant, method, path, body, status);
  }

  private static String response(OtpSecret secret, String question) {
    return new Ocra(OcraSuite.parse(SUITE)).response(secret, OcraInput.question(question));
  }

  private static String answer(String code, String challenge) {
    return "{\"code\":\"%s\",\"challenge_id\":\"%s\"}".formatted(code, challenge);
  }

  private static String id(Answer begun) {
    return begun.json().at("/factor/id").asString();
  }
}
