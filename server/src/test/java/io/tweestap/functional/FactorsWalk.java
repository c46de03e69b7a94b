package io.tweestap.functional;

import io.tweestap.functional.ApiTest.Answer;
import io.tweestap.functional.ApiTest.TestTenant;
import io.tweestap.otp.Hotp;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import java.time.Duration;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Every answer of factors and hardware tokens, for [AnswersDescribedTest].
final class FactorsWalk {
  private static final String BOB = "/v1/users/bob";
  private static final String FACTORS = BOB + "/factors";
  private static final OtpSecret SEED = OtpSecret.of("12345678901234567890".getBytes());

  private final AnswersDescribedTest test;
  private final TestTenant tenant;

  private FactorsWalk(AnswersDescribedTest test, TestTenant tenant) {
    this.test = test;
    this.tenant = tenant;
  }

  static void go(AnswersDescribedTest test, TestTenant tenant) {
    FactorsWalk walk = new FactorsWalk(test, tenant);
    walk.call("PUT", BOB, "{}", 201);
    walk.apps();
    walk.tokens();
  }

  private void apps() {
    Answer begun = call("POST", FACTORS, "{\"kind\":\"totp\",\"name\":\"phone\"}", 201);
    String one = FACTORS + "/" + begun.json().at("/factor/id").asString();
    OtpSecret secret = OtpSecret.ofBase32(begun.json().at("/setup/pairing_code").asString());
    call("POST", one + "/verify", code("000000"), 409);
    call("POST", one + "/confirm", code(wrong(secret)), 422);
    call("POST", one + "/confirm", code(now(secret)), 200);
    call("POST", one + "/verify", code(now(secret)), 409);
    test.clock.advance(Duration.ofSeconds(30));
    call("POST", one + "/verify", code(now(secret)), 200);
    call("GET", FACTORS, null, 200);
    call("GET", one, null, 200);
    call("PATCH", one, "{\"name\":\"Work phone\"}", 200);
    call("PATCH", one, "{\"name\":\"\"}", 400);
    call("POST", one + "/suspend", null, 200);
    call("POST", one + "/resume", "{\"staff\":\"j.jansen\"}", 200);
    for (int i = 0; i < 5; i++) {
      call("POST", one + "/verify", code(wrong(secret)), 422);
    }
    call("POST", one + "/verify", code(now(secret)), 429);
    call("DELETE", one, null, 204);
    call("GET", one, null, 404);
    call("POST", FACTORS, "{\"kind\":\"hotp\",\"serial\":\"x\"}", 400);
    Answer other = call("POST", FACTORS, "{\"kind\":\"totp\",\"algorithm\":\"SHA512\"}", 201);
    OtpSecret long_ = OtpSecret.ofBase32(other.json().at("/setup/pairing_code").asString());
    String confirm = FACTORS + "/" + other.json().at("/factor/id").asString() + "/confirm";
    call("POST", confirm, code(now(long_)), 422);
  }

  private void tokens() {
    String line = "7001,3132333435363738393031323334353637383930,hotp,6,0\n7002,00,hotp\n";
    call("POST", "/v1/tokens/import", file("oath_csv", line), 200);
    call("POST", "/v1/tokens/import", file("pskc", "no document"), 400);
    Answer listed = call("GET", "/v1/tokens?state=in_stock&kind=hotp&serial=70", null, 200);
    String token = "/v1/tokens/" + listed.json().at("/data/0/id").asString();
    call("GET", token, null, 200);
    Answer begun = call("POST", FACTORS, "{\"kind\":\"hotp\",\"serial\":\"7001\"}", 201);
    call("POST", FACTORS, "{\"kind\":\"hotp\",\"serial\":\"7001\"}", 409);
    String one = FACTORS + "/" + begun.json().at("/factor/id").asString();
    call("POST", one + "/confirm", code(Hotp.standard().code(SEED, 0)), 200);
    String codes =
        "{\"codes\":[\"%s\",\"%s\"]}"
            .formatted(Hotp.standard().code(SEED, 500), Hotp.standard().code(SEED, 501));
    call("POST", one + "/resync", codes, 200);
    call("GET", "/v1/tokens", null, 200);
    call("DELETE", token, null, 409);
    call("DELETE", one, null, 204);
    call("DELETE", token, null, 204);
    call("GET", token, null, 200);
  }

  private Answer call(
      String method, String path, @org.jspecify.annotations.Nullable String body, int status) {
    return test.call(tenant, method, path, body, status);
  }

  private String now(OtpSecret secret) {
    return Totp.standard().code(secret, test.clock.instant());
  }

  private String wrong(OtpSecret secret) {
    return VerificationTest.wrong(now(secret));
  }

  private static String code(String code) {
    return "{\"code\":\"" + code + "\",\"source_ip\":\"203.0.113.7\"}";
  }

  private static String file(String format, String content) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    return body.put("format", format).put("content", content).toString();
  }
}
