package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/// Base of the tests of factors: the user `anna` with two mail addresses, and apps on her phone.
abstract class FactorTest extends UserTest {
  static final String FACTORS = ANNA + "/factors";

  @BeforeEach
  void aUser() {
    String body =
        "{\"locale\":\"en\","
            + addresses("email", "anna@example.org", "email", "anna@home.example")
            + "}";
    assertThat(put(tenant, ANNA, body).status()).isEqualTo(201);
  }

  /// An app that was begun: where it is, and its secret.
  record App(String path, OtpSecret secret, Totp totp) {}

  Answer begin(String fields) {
    return post(tenant, FACTORS, "{\"kind\":\"totp\"" + fields + "}");
  }

  App begun(String fields) {
    Answer answer = begin(fields);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    JsonNode json = answer.json();
    return new App(
        FACTORS + "/" + json.at("/factor/id").asString(),
        OtpSecret.ofBase32(json.at("/setup/pairing_code").asString()),
        new Totp(
            io.tweestap.otp.Algorithm.valueOf(json.at("/factor/algorithm").asString()),
            json.at("/factor/digits").asInt(),
            Duration.ofSeconds(json.at("/factor/period").asInt())));
  }

  /// An active app, whose code of this moment is spent.
  App active() {
    App app = begun("");
    assertThat(confirm(app, code(app)).status()).isEqualTo(200);
    return app;
  }

  Answer confirm(App app, String code) {
    return post(tenant, app.path() + "/confirm", typed(code));
  }

  Answer verify(App app, String code) {
    return post(tenant, app.path() + "/verify", typed(code));
  }

  static String typed(String code) {
    return "{\"code\":\"" + code + "\"}";
  }

  static String typed(String code, String source) {
    return "{\"code\":\"" + code + "\",\"source_ip\":\"" + source + "\"}";
  }

  /// What the app shows now.
  String code(App app) {
    return app.totp().code(app.secret(), clock.instant());
  }

  /// What it shows never near this moment.
  String wrong(App app) {
    for (int i = 0; i < 1_000_000; i++) {
      String guess = "%06d".formatted(i);
      boolean near = false;
      for (long steps = -6; steps <= 6; steps++) {
        long step = app.totp().stepAt(clock.instant()) + steps;
        near |= app.totp().codeAtStep(app.secret(), step).equals(guess);
      }
      if (!near) {
        return guess;
      }
    }
    throw new AssertionError("every code is right");
  }

  JsonNode factor(App app) {
    return get(tenant, app.path()).json();
  }
}
