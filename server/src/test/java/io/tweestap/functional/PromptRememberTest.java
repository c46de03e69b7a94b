package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Frequency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName(
    "A browser that is remembered in a login stays so when a further factor is set up in it")
class PromptRememberTest extends PromptTest {
  private static final Pattern PAIRING = Pattern.compile("id=\"pairing\">([^<]+)<");

  @BeforeEach
  void askedOnceInThirtyDays() {
    policy(
        terms(
            Optional.of(yesterday()),
            Optional.of(new Frequency.PerBrowser(30)),
            Optional.of(FirstFactorProof.NONE)));
  }

  private String secretOf(WebVisitor browser) {
    Matcher found = PAIRING.matcher(browser.page.text());
    assertThat(found.find()).isTrue();
    return found.group(1).replace(" ", "");
  }

  /// Sets up an app, and a phone after it.
  private WebVisitor withTwoFactors(String... remember) {
    WebVisitor browser = opened(prompted()).send("/pick", "kind", "totp");
    String code = Totp.standard().code(OtpSecret.ofBase32(secretOf(browser)), clock.instant());
    String[] fields = new String[2 + remember.length];
    fields[0] = "code";
    fields[1] = code;
    System.arraycopy(remember, 0, fields, 2, remember.length);
    browser.send("/setup/confirm", fields).send("/codes/kept");
    browser.send("/pick", "kind", "phone").send("/setup", "number", number);
    browser.send("/setup/confirm", "code", code(1));
    return browser.outside.isEmpty() ? browser.send("/done") : browser;
  }

  @Test
  void itsTokenIsGoodAndTheUserIsToldOnce() {
    WebVisitor browser = withTwoFactors("remember", "true");

    String token = claim(browser).json().path("browser_token").asString("");

    assertThat(token).startsWith("twb_");
    JsonNode next = begun("\"browser_token\":\"" + token + "\"");
    assertThat(next.path("decision").asString()).isEqualTo("pass");
    assertThat(get(tenant, "/v1/users/anna/browsers").json().path("data")).hasSize(1);
    assertThat(mails("A browser that was not known before", 1)).hasSize(1);
  }

  @Test
  void nobodyIsRememberedWhoDidNotAskForIt() {
    WebVisitor browser = withTwoFactors();

    assertThat(claim(browser).json().has("browser_token")).isFalse();
    assertThat(get(tenant, "/v1/users/anna/browsers").json().path("data")).isEmpty();
  }

  @Test
  @DisplayName("By API: said again with the further factor, it is remembered anew")
  void byApiItIsSaidAgain() {
    App app = app(anna);
    String login = pending();
    String old =
        answer(login, app.id(), code(app), "\"remember_browser\":true")
            .json()
            .path("browser_token")
            .asString();
    App further = appIn(login);
    String code = Totp.standard().code(further.secret(), clock.instant());

    Answer confirmed =
        post(
            tenant,
            "/v1/logins/" + login + "/enrollment/confirm",
            "{\"code\":\"" + code + "\",\"remember_browser\":true}");

    String token = confirmed.json().path("browser_token").asString("");
    assertThat(token).startsWith("twb_").isNotEqualTo(old);
    assertThat(begun("\"browser_token\":\"" + old + "\"").path("decision").asString())
        .isEqualTo("challenge");
    assertThat(begun("\"browser_token\":\"" + token + "\"").path("decision").asString())
        .isEqualTo("pass");
  }
}
