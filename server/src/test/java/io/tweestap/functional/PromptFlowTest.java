package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.ocra.OcraBinding;
import io.tweestap.factor.pass.TemporaryPasses;
import io.tweestap.factor.phone.PhoneBinding;
import io.tweestap.factor.recovery.RecoveryCodes;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.ocra.Ocra;
import io.tweestap.otp.ocra.OcraInput;
import io.tweestap.otp.ocra.OcraSuite;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Frequency;
import io.tweestap.shared.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@DisplayName("A user does the second step on the hosted prompt, with any kind of factor")
class PromptFlowTest extends PromptTest {
  private static final OcraSuite PLAIN = OcraSuite.parse("OCRA-1:HOTP-SHA1-6:QN08");
  private static final Pattern QUESTION = Pattern.compile("class=\"question\">([^<]+)<");
  private static final String DETAILS =
      "\"details\":{\"amount\":1249.5,\"currency\":\"EUR\",\"payee\":\"Jansen & <b>Zn</b>\"}";

  @Autowired private PhoneBinding phones;
  @Autowired private OcraBinding devices;
  @Autowired private RecoveryCodes recoveryCodes;
  @Autowired private TemporaryPasses passes;

  private void confirmed(FactorId id, String code) {
    assertThat(
            confirmations.confirm(
                tenantId(), anna, id, io.tweestap.factor.Answer.of(code), By.SYSTEM))
        .isInstanceOf(AnswerOutcome.Right.class);
  }

  private static String found(Pattern pattern, WebVisitor browser) {
    Matcher found = pattern.matcher(browser.page.text());
    assertThat(found.find()).as(browser.page.text()).isTrue();
    return found.group(1);
  }

  private void passed(WebVisitor browser) {
    assertThat(browser.outside).as(browser.page.text()).startsWith(BACK + "?login_id=");
    Answer claimed = claim(browser);
    assertThat(claimed.status()).as(claimed.text()).isEqualTo(200);
    assertThat(claimed.json().path("state").asString()).isEqualTo("passed");
    assertThat(claimed.json().has("result")).isTrue();
  }

  @Test
  @DisplayName("G2: the code of an app, then back to the application, which takes the result once")
  void anAppIsAnsweredAndTheResultIsTaken() {
    App app = app(anna);
    JsonNode login = prompted();

    WebVisitor browser = opened(login).sees("Confirm that it is you", "phone");
    assertThat(browser.address).doesNotContain("open").startsWith("/prompt/");
    assertThat(browser.page.text())
        .contains("autocomplete=\"one-time-code\"", "inputmode=\"numeric\"");
    browser.send("/answer", "code", " " + code(app).substring(0, 3) + " " + code(app).substring(3));

    assertThat(browser.brought("login_id")).isEqualTo(idOf(login));
    assertThat(browser.brought("state")).isEqualTo("s%20p%26c%3D%2F%C3%BC");
    assertThat(read(idOf(login)).json().path("next").asString()).isEqualTo("claim");
    assertThat(read(idOf(login)).json().has("result")).isFalse();
    passed(browser);
    assertThat(read(idOf(login)).json().path("state").asString()).isEqualTo("passed");
    assertThat(claim(browser).code()).isEqualTo("already_claimed");
  }

  @Test
  void aWrongCodeSaysHowManyTriesAreLeft() {
    App app = app(anna);
    WebVisitor browser = opened(prompted());

    browser.send("/answer", "code", wrong(app)).sees("That is not right. You have 9 more tries.");

    assertThat(browser.page.text())
        .contains("role=\"alert\"", "aria-invalid=\"true\"", "aria-describedby=\"said\"");
    browser.get(browser.address).sees("You have 9 more tries");
    browser.send("/answer", "code", " - ").sees("Please fill the field in.");
    passed(browser.send("/answer", "code", code(app)));
  }

  @Test
  @DisplayName("OTP-15: who is slowed down is told until when")
  void whoIsSlowedDownIsToldUntilWhen() {
    App app = app(anna);
    WebVisitor browser = opened(prompted());
    for (int i = 0; i < 4; i++) {
      browser.send("/answer", "code", wrong(app));
    }
    for (int i = 0; i < 3 && !browser.text().contains("Try again after"); i++) {
      browser.send("/answer", "code", wrong(app));
    }

    browser.sees("There were too many wrong codes. Try again after ");
    assertThat(browser.text()).containsPattern("after \\d\\d:\\d\\d:\\d\\d");
  }

  @Test
  void aPhoneIsSentACodeWhenItsUserSaysSo() {
    var wish =
        new PhoneBinding.Wish(
            "mobile", number, List.of(Channel.SMS, Channel.VOICE), Optional.empty());
    var begun = (PhoneBinding.Outcome.Begun) phones.begin(tenantId(), anna, wish, By.SYSTEM);
    confirmed(begun.id(), code(1));
    advance(Duration.ofSeconds(31));
    WebVisitor browser = opened(prompted()).sees("We send a code to");
    assertThat(browser.text()).doesNotContain(number);
    assertThat(messages().path("data").size()).isEqualTo(1);

    browser.send("/challenge").sees("We sent a text message");
    browser.send("/challenge").sees("A code was sent a moment ago.");

    passed(browser.send("/answer", "code", code(2)));
  }

  @Test
  void aDeviceShowsItsAnswerToAQuestion() {
    OtpSecret secret = OtpSecret.generate(random);
    var wish =
        new OcraBinding.Wish(
            "reader",
            PLAIN,
            Optional.of(secret),
            Optional.empty(),
            0,
            Optional.empty(),
            "enrolled",
            Optional.empty());
    var begun = (OcraBinding.Outcome.Begun) devices.begin(tenantId(), anna, wish, By.SYSTEM);
    Ocra ocra = new Ocra(PLAIN);
    confirmed(begun.id(), ocra.response(secret, OcraInput.question(begun.question())));
    WebVisitor browser = opened(prompted()).send("/challenge");

    String question = found(QUESTION, browser);

    passed(browser.send("/answer", "code", ocra.response(secret, OcraInput.question(question))));
  }

  @Test
  @DisplayName("G4: a lost phone is no locked door: recovery codes and staff's codes work here")
  void anotherWayIsAlwaysThere() {
    App app = app(anna);
    var made =
        (RecoveryCodes.Outcome.Made) recoveryCodes.make(tenantId(), anna, "codes", By.SYSTEM);
    WebVisitor browser = opened(prompted()).sees("Use another way");
    browser.get(browser.address + "/ways").sees("Authenticator app", "Recovery code", "Ask Test");

    browser.send("/choose", "factor", made.id().toString()).sees("Type one of your recovery codes");
    browser.get(browser.address).sees("recovery codes");

    passed(browser.send("/answer", "code", made.codes().getFirst().toLowerCase()));
    assertThat(app.id()).isNotEqualTo(made.id());
  }

  @Test
  void theBrowserIsRememberedOnlyByTheApplication() {
    policy(terms(new Frequency.PerBrowser(30)));
    App app = app(anna);
    WebVisitor browser = opened(prompted()).sees("Do not ask again on this browser for 30 days");

    browser.send("/answer", "code", code(app), "remember", "true");

    assertThat(browser.cookies.toString() + browser.outside).doesNotContain("twb_");
    Answer claimed = claim(browser);
    String token = claimed.json().path("browser_token").asString();
    assertThat(token).startsWith("twb_");
    assertThat(begun("\"browser_token\":\"" + token + "\"").path("state").asString())
        .isEqualTo("passed");
    assertThat(claim(browser).text()).doesNotContain("twb_");
  }

  @Test
  @DisplayName("TXN-1, PSD-8: amount and payee of a payment are shown before it is confirmed")
  void aPaymentIsShownAndConfirmed() {
    App app = app(anna);
    WebVisitor browser =
        opened(prompted("payment", DETAILS)).sees("Confirm this payment", "1,249.50");
    assertThat(browser.page.text()).contains("Jansen &amp; &lt;b&gt;Zn&lt;/b&gt;");

    passed(browser.send("/answer", "code", code(app)));
  }

  @Test
  @DisplayName("REC-7: at a password reset a code to an address comes first, the factor after it")
  void aPasswordResetAsksForBoth() {
    addressesAreProven(anna);
    App app = app(anna);
    WebVisitor browser = opened(prompted("password_reset", "")).sees("Send an e-mail");

    browser.send("/proof").sees("We sent an e-mail with a code");
    browser.send("/proof/check", "code", mailedCode(1)).sees("authenticator app");

    passed(browser.send("/answer", "code", code(app)));
  }

  @Test
  void leavingEndsTheLoginAndLeadsBack() {
    app(anna);
    JsonNode login = prompted();

    WebVisitor browser = opened(login).send("/leave");

    assertThat(browser.outside).startsWith(BACK);
    assertThat(read(idOf(login)).json().path("state").asString()).isEqualTo("canceled");
    assertThat(claim(browser).code()).isEqualTo("login_over");
    browser
        .get(browser.address.replace("/leave", ""))
        .sees("This login was canceled", "Back to Test");
  }

  @Test
  void anExpiredLoginSaysSoAndLeadsBack() {
    App app = app(anna);
    WebVisitor browser = opened(prompted());
    advance(Duration.ofMinutes(11));

    browser.send("/answer", "code", code(app)).sees("The time is over", "Back to Test");

    assertThat(browser.page.text()).contains("href=\"" + BACK + "?login_id=");
    advance(Duration.ofMinutes(11));
    browser.get(browser.address).sees("This page cannot be opened here");
  }

  @Test
  void twoTabsAndTwoLoginsDoNotBreakEachOther() {
    App app = app(anna);
    JsonNode first = prompted();
    JsonNode second = prompted();
    WebVisitor browser = opened(first);
    String firstPage = browser.address;
    browser.get(urlOf(second));

    browser.get(firstPage);
    passed(browser.send("/answer", "code", code(app)));

    browser.get(firstPage);
    assertThat(browser.outside).startsWith(BACK);
    assertThat(claim(browser).code()).isEqualTo("already_claimed");
    advance(Duration.ofSeconds(31));
    browser.get(urlOf(second));
    passed(browser.send("/answer", "code", code(app)));
  }

  @Test
  void staffGiveACodeWhereThePolicySaysSo() {
    policy(required(FirstFactorProof.STAFF_CODE));
    WebVisitor browser = opened(prompted()).sees("a code that you get from Test");
    var made =
        (TemporaryPasses.Outcome.Made)
            passes.make(
                tenantId(),
                anna,
                passes.draw(tenantId()).orElseThrow(),
                Duration.ofHours(1),
                "staff:jan");

    browser.send("/proof/check", "code", made.code()).sees("Authenticator app");
  }
}
