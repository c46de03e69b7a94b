package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.otp.uri.OtpauthUri;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuthenticatorAppTest extends FactorTest {
  @Test
  @DisplayName("OTP-5, URI-1 to URI-6: a new secret of 160 bits, for typing, as URI and as QR code")
  void theSecretComesInThreeForms() {
    Answer answer = begin(",\"name\":\"Anna's phone\"");

    JsonNode setup = answer.json().at("/setup");
    String pairing = setup.at("/pairing_code").asString();
    assertThat(pairing).matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
    OtpSecret secret = OtpSecret.ofBase32(pairing);
    assertThat(secret.bits()).isEqualTo(160);
    OtpauthUri uri = OtpauthUri.parse(setup.at("/otpauth_uri").asString());
    assertThat(uri.secret()).isEqualTo(secret);
    assertThat(uri.label().issuer()).isEqualTo("Test");
    assertThat(uri.label().account()).isEqualTo("anna");
    assertThat(setup.at("/qr_svg").asString()).startsWith("<svg ").endsWith("</svg>");
    assertThat(setup.at("/advice").isEmpty()).isTrue();
    assertThat(answer.json().at("/factor/state").asString()).isEqualTo("pending");
    assertThat(answer.json().at("/factor/name").asString()).isEqualTo("Anna's phone");
  }

  @Test
  @DisplayName("OTP-6: every factor has a secret of its own, also for one user")
  void noTwoFactorsShareASecret() {
    Set<OtpSecret> secrets = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      secrets.add(begun("").secret());
    }

    assertThat(secrets).hasSize(5);
  }

  @Test
  @DisplayName("URI-12: the secret is shown once, in an answer that no cache keeps")
  void theSecretIsShownOnce() {
    Answer begun = begin("");
    String secret = begun.json().at("/setup/pairing_code").asString().replace(" ", "");
    assertThat(begun.header("Cache-Control")).contains("no-store");
    String path = FACTORS + "/" + begun.json().at("/factor/id").asString();

    assertThat(get(tenant, path).text()).doesNotContain(secret).doesNotContain("otpauth");
    Answer confirmed =
        post(
            tenant,
            path + "/confirm",
            typed(Totp.standard().code(OtpSecret.ofBase32(secret), clock.instant())));
    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(confirmed.text()).doesNotContain(secret);
    assertThat(get(tenant, FACTORS).text()).doesNotContain(secret).doesNotContain("otpauth");
    assertThat(get(tenant, ANNA + "/export").text()).contains("\"totp\"").doesNotContain(secret);
  }

  @Test
  @DisplayName("OTP-18: a factor counts for nothing until one code from it was right")
  void itIsActiveAfterItsFirstRightCode() {
    App app = begun("");
    assertThat(verify(app, code(app)).code()).isEqualTo("factor_not_usable");

    assertThat(confirm(app, wrong(app)).code()).isEqualTo("wrong_code");
    assertThat(factor(app).at("/state").asString()).isEqualTo("pending");
    String code = code(app);
    Answer confirmed = confirm(app, code.substring(0, 3) + " " + code.substring(3));

    assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
    assertThat(confirmed.json().at("/factor/state").asString()).isEqualTo("active");
    assertThat(confirmed.json().at("/factor/failures").asInt()).isZero();
    assertThat(confirmed.json().at("/spare_advised").asBoolean()).isTrue();
    assertThat(confirm(app, code(app)).code()).isEqualTo("factor_not_usable");
  }

  @Test
  @DisplayName("OTP-9: the code that confirmed is spent, and so is every older one")
  void aCodeIsRightOnce() {
    App app = active();
    String before = app.totp().code(app.secret(), clock.instant().minusSeconds(30));

    assertThat(verify(app, code(app)).code()).isEqualTo("already_used");
    assertThat(verify(app, before).code()).isEqualTo("already_used");
    advance(Duration.ofSeconds(30));
    Answer right = verify(app, code(app));
    assertThat(right.status()).isEqualTo(200);
    assertThat(right.json().at("/factor_id").asString())
        .isEqualTo(factor(app).at("/id").asString());
    assertThat(verify(app, code(app)).code()).isEqualTo("already_used");
    assertThat(factor(app).at("/failures").asInt()).isZero();
  }

  @Test
  @DisplayName("OTP-11: one step to either side fits, and no more")
  void oneStepToEitherSideFits() {
    App app = active();
    advance(Duration.ofMinutes(10));

    for (long off : new long[] {-60, 60}) {
      String code = app.totp().code(app.secret(), clock.instant().plusSeconds(off));
      assertThat(verify(app, code).code()).as(off + " seconds").isEqualTo("wrong_code");
    }
    String late = app.totp().code(app.secret(), clock.instant().minusSeconds(30));
    assertThat(verify(app, late).status()).isEqualTo(200);
    // Another app: what the first one was late by has moved its window.
    App other = active();
    String early = other.totp().code(other.secret(), clock.instant().plusSeconds(30));
    assertThat(verify(other, early).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("BND-4: what was begun is given up after ten minutes")
  void aPendingFactorIsGivenUp() {
    App inTime = begun("");
    advance(Duration.ofSeconds(599));
    assertThat(confirm(inTime, code(inTime)).status()).isEqualTo(200);

    App late = begun("");
    advance(Duration.ofMinutes(10));
    assertThat(confirm(late, code(late)).code()).isEqualTo("not_found");
    assertThat(get(tenant, FACTORS).json().at("/data").size()).isEqualTo(1);
  }

  @Test
  void aPendingFactorCanBeCanceled() {
    App app = begun("");

    assertThat(delete(tenant, app.path()).status()).isEqualTo(204);

    assertThat(confirm(app, code(app)).status()).isEqualTo(404);
    assertThat(delete(tenant, app.path()).status()).isEqualTo(404);
    assertThat(actions()).contains("factor.binding_started", "factor.binding_canceled");
  }

  @Test
  @DisplayName("URI-7, URI-10: an unusual profile and a risky issuer come with advice")
  void unusualProfilesComeWithAdvice() {
    Answer answer = begin(",\"algorithm\":\"SHA256\",\"digits\":8,\"issuer\":\"A & B\"");

    assertThat(answer.json().at("/setup/advice").valueStream().map(a -> a.at("/code").asString()))
        .containsExactlyInAnyOrder("unusual_profile", "risky_issuer");
    assertThat(answer.json().at("/setup/otpauth_uri").asString())
        .contains("issuer=A%20%26%20B", "algorithm=SHA256", "digits=8");
  }

  @Test
  @DisplayName("URI-8: an app that ignores the parameters is found out and not accepted")
  void anAppThatIgnoresTheParametersIsFoundOut() {
    for (String profile :
        new String[] {",\"algorithm\":\"SHA512\"", ",\"digits\":8", ",\"period\":60"}) {
      App app = begun(profile);
      String usual = Totp.standard().code(app.secret(), clock.instant());
      if (usual.equals(code(app))) {
        continue;
      }
      Answer refused = confirm(app, usual);
      assertThat(refused.status()).as(profile).isEqualTo(422);
      assertThat(refused.code()).as(profile).isEqualTo("parameters_ignored");
      assertThat(confirm(app, code(app)).status()).isEqualTo(200);
    }
  }

  @Test
  void aSecretThatTheAppHasAlreadyIsTaken() {
    App app = begun(",\"secret\":\"gezd gnbv gy3t qojq gezd gnbv gy3t qojq\"");

    assertThat(app.secret()).isEqualTo(OtpSecret.of("12345678901234567890".getBytes()));
    assertThat(confirm(app, code(app)).json().at("/factor/source").asString())
        .isEqualTo("imported");
  }

  @Test
  @DisplayName("OTP-5, OTP-13: short secrets, long periods and unknown values are refused")
  void whatCannotBeIsRefusedByName() {
    String[][] refusals = {
      {",\"secret\":\"GEZDGNBVGY3TQOJQ\"", "secret"},
      {",\"secret\":\"0189\"", "secret"},
      {",\"period\":121", "period"},
      {",\"digits\":7", "digits"},
      {",\"algorithm\":\"MD5\"", "algorithm"},
      {",\"issuer\":\"a:b\"", "issuer"},
      {",\"issuer\":\"\"", "issuer"},
      {",\"account\":\"a:b\"", "account"},
      {",\"name\":\" \"", "name"},
      {",\"serial\":\"1\",\"secret\":\"GEZDGNBVGY3TQOJQ\"", "secret"},
      {",\"expires_at\":\"2020-01-01T00:00:00Z\"", "expires_at"},
      {",\"source_ip\":\"localhost\"", "source_ip"},
    };
    for (String[] refusal : refusals) {
      Answer answer = begin(refusal[0]);
      assertThat(answer.code()).as(refusal[0]).isEqualTo("invalid_field");
      assertThat(answer.json().at("/field").asString()).as(refusal[0]).isEqualTo(refusal[1]);
    }
    assertThat(post(tenant, FACTORS, "{\"kind\":\"x\"}").code()).isEqualTo("invalid_field");
    assertThat(post(tenant, FACTORS, "{}").code()).isEqualTo("missing_field");
    assertThat(post(tenant, "/v1/users/nobody/factors", "{}").code()).isEqualTo("not_found");
  }

  @Test
  @DisplayName("BND-2: several devices with names, up to twenty")
  void aUserHasSeveralDevicesUpToTwenty() {
    for (int i = 1; i <= 20; i++) {
      assertThat(begin(",\"name\":\"device " + i + "\"").status()).isEqualTo(201);
      advance(Duration.ofMillis(1));
    }

    assertThat(begin("").code()).isEqualTo("limit_reached");
    assertThat(get(tenant, FACTORS).json().at("/data/19/name").asString()).isEqualTo("device 20");
    advance(Duration.ofMinutes(10));
    assertThat(begin("").status()).isEqualTo(201);
  }
}
