package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.ocra.Ocra;
import io.tweestap.otp.ocra.OcraInput;
import io.tweestap.otp.ocra.OcraSuite;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayName("Phones, devices and recovery codes through the API")
class FactorKindsTest extends PersonTest {
  private static final String FACTORS = ANNA + "/factors";
  private static final String SUITE = "OCRA-1:HOTP-SHA256-8:QA08";
  private static final String RENT =
      "\"details\":{\"amount\":950,\"currency\":\"EUR\",\"payee\":\"Anna Smit\"}";

  @Test
  @DisplayName("OOB-8: a phone is called restricted, and what is better is named")
  void aPhoneIsCalledRestricted() {
    Answer begun = begin("{\"kind\":\"phone\",\"number\":\"" + number + "\"}");

    assertThat(begun.json().path("restricted").asBoolean()).isTrue();
    assertThat(begun.json().path("advice").asString()).contains("authenticator app");
    assertThat(begun.json().at("/factor/strength").asString()).isEqualTo("restricted");
    assertThat(begun.text()).doesNotContain(number);
  }

  @Test
  @DisplayName("OOB-1, M14: a payment is confirmed by a code whose text names it")
  void aPaymentIsConfirmedByPhone() {
    Answer begun = begin("{\"kind\":\"phone\",\"number\":\"" + number + "\"}");
    String one = one(begun);
    assertThat(post(tenant, one + "/confirm", "{\"code\":\"" + code(1) + "\"}").status())
        .isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));

    JsonNode sent = post(tenant, one + "/challenges", "{" + RENT + "}").json();

    assertThat(text(2)).contains("950", "Anna Smit");
    String answer = answer(code(2), sent);
    assertThat(post(tenant, one + "/verify", "{" + answer + "}").code())
        .isEqualTo("challenge_over");
    clock.advance(Duration.ofSeconds(1));
    JsonNode again = post(tenant, one + "/challenges", "{" + RENT + "}").json();
    assertThat(
            post(tenant, one + "/verify", "{" + answer(code(3), again) + "," + RENT + "}").status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("OTP-22, M14: a payment is signed with a device")
  void aPaymentIsSignedWithADevice() {
    Answer begun = begin("{\"kind\":\"ocra\",\"suite\":\"" + SUITE + "\"}");
    String one = one(begun);
    OtpSecret secret = OtpSecret.ofBase32(begun.json().path("secret").asString());
    String first = response(secret, begun.json().path("challenge"));
    assertThat(post(tenant, one + "/confirm", "{\"code\":\"" + first + "\"}").status())
        .isEqualTo(200);

    JsonNode asked = post(tenant, one + "/challenges", "{" + RENT + "}").json();

    assertThat(asked.path("text").asString()).isEqualTo("EUR 950.00 to Anna Smit");
    String answer = answer(response(secret, asked), asked);
    Answer changed =
        post(tenant, one + "/verify", "{" + answer + "," + RENT.replace("Anna", "Eve") + "}");
    assertThat(changed.code()).isEqualTo("challenge_over");
    assertThat(changed.json().path("reason").asString()).isEqualTo("details_changed");
    JsonNode again = post(tenant, one + "/challenges", "{" + RENT + "}").json();
    String right = answer(response(secret, again), again);
    assertThat(post(tenant, one + "/verify", "{" + right + "," + RENT + "}").status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("OTP-19: what only a connected device could answer is refused")
  void suitesWithoutAWayToServeThemAreRefused() {
    for (String suite :
        new String[] {
          "OCRA-1:HOTP-SHA1-6:QN08-S064", "OCRA-1:HOTP-SHA1-6:QN08-T0H", "OCRA-1:HOTP-MD5-6:QN08"
        }) {
      Answer refused = post(tenant, FACTORS, "{\"kind\":\"ocra\",\"suite\":\"" + suite + "\"}");
      assertThat(refused.json().path("field").asString()).as(suite).isEqualTo("suite");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"pin\":\"1234\"",
        "\"counter\":1",
        "\"secret\":\"JBSWY3DP\"",
        "\"number\":\"+31612345678\""
      })
  void whatDoesNotFitTheSuiteIsRefused(String field) {
    Answer refused =
        post(tenant, FACTORS, "{\"kind\":\"ocra\",\"suite\":\"" + SUITE + "\"," + field + "}");
    assertThat(refused.code()).isEqualTo("invalid_field");
    assertThat(field).contains(refused.json().path("field").asString());
  }

  @Test
  @DisplayName("LUS-5: recovery codes are shown once, and how many are left always")
  void recoveryCodesAreShownOnce() {
    Answer made = begin("{\"kind\":\"recovery_code\"}");
    String one = one(made);
    String code = made.json().at("/codes/0").asString();
    assertThat(made.header("Cache-Control")).contains("no-store");

    assertThat(post(tenant, one + "/verify", "{\"code\":\"" + code + "\"}").status())
        .isEqualTo(200);

    Answer shown = get(tenant, one);
    assertThat(shown.json().path("codes_left").asInt()).isEqualTo(9);
    assertThat(shown.text()).doesNotContain(code);
    assertThat(get(tenant, ANNA + "/export").text()).doesNotContain(code);
  }

  private Answer begin(String json) {
    Answer begun = post(tenant, FACTORS, json);
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    return begun;
  }

  private static String one(Answer begun) {
    return FACTORS + "/" + begun.json().at("/factor/id").asString();
  }

  private static String response(OtpSecret secret, JsonNode challenge) {
    return new Ocra(OcraSuite.parse(SUITE))
        .response(secret, OcraInput.question(challenge.path("question").asString()));
  }

  private static String answer(String code, JsonNode challenge) {
    return "\"code\":\"%s\",\"challenge_id\":\"%s\""
        .formatted(code, challenge.path("challenge_id").asString());
  }
}
