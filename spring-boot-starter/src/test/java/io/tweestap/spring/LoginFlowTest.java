package io.tweestap.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The way from the password to being logged in, and everything that must not get there.
class LoginFlowTest extends ShopTest {
  @Test
  void aRightPasswordAloneLogsNobodyIn() {
    Browser browser = browser();
    HttpResponse<String> answer = browser.logIn("anna", "secret");
    assertThat(Browser.location(answer)).isEqualTo(TWEESTAP.address() + "/prompt/open/x");
    assertThat(isSomebody(browser)).isFalse();
    assertThat(TWEESTAP.body("POST /v1/logins"))
        .contains("\"user\":\"anna\"", "\"purpose\":\"login\"", "\"user_agent\":\"Firefox 150\"")
        .contains("\"return_url\":\"https://shop.example.org/login/second-step/back\"")
        .doesNotContain("secret");
    assertThat(state()).hasSize(43);
  }

  @Test
  void aWrongPasswordDoesNotReachTweestap() {
    Browser browser = browser();
    assertThat(Browser.location(browser.logIn("anna", "guess"))).endsWith("/login?error");
    assertThat(TWEESTAP.asked).isEmpty();
  }

  @Test
  void whoeverComesBackHavingPassedIsLoggedInUnderANewSession() {
    TWEESTAP.browserToken = "twb_1";
    Browser browser = browser();
    browser.get("/me");
    String first = browser.session();
    browser.logIn("anna", "secret");
    String second = browser.session();
    HttpResponse<String> answer = comeBack(browser);

    assertThat(Browser.location(answer)).contains("/me");
    assertThat(browser.session()).isNotEmpty().isNotEqualTo(second);
    assertThat(second).isNotEqualTo(first);
    assertThat(browser.get("/me").body())
        .isEqualTo(
            "anna [pwd, otp, mfa] urn:tweestap:acr:2"
                + " [FACTOR_PASSWORD, FACTOR_TWEESTAP, ROLE_CUSTOMER] idle 600");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith("__Host-tweestap-browser=twb_1;")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=86400"));
  }

  /// The one who knew the session's id before the login.
  @Test
  void aFixedSessionStaysOutside() {
    Browser thief = browser();
    thief.get("/me");
    Browser victim = browser();
    victim.cookies.putAll(thief.cookies);
    victim.logIn("anna", "secret");
    assertThat(isSomebody(thief)).isFalse();
    comeBack(victim);
    assertThat(isSomebody(victim)).isTrue();
    assertThat(isSomebody(thief)).isFalse();
  }

  @Test
  void aReturnInAnotherBrowserLogsNobodyIn() {
    Browser anna = browser();
    anna.logIn("anna", "secret");
    Browser other = browser();
    other.get("/login");
    assertUnfinished(comeBack(other));
    assertThat(isSomebody(other)).isFalse();
    assertThat(TWEESTAP.asked).noneMatch(line -> line.endsWith("/claim"));
    assertThat(Browser.location(comeBack(anna))).doesNotContain("error");
  }

  /// Bob lures Anna into coming back with what his own login brought.
  @Test
  void aReturnOfSomebodyElsesLoginLogsNobodyIn() {
    Browser bob = browser();
    bob.logIn("bob", "secret");
    String bobs = back(state(), FakeTweestap.CODE);
    Browser anna = browser();
    anna.logIn("anna", "secret");
    assertUnfinished(anna.get(bobs));
    assertThat(isSomebody(anna)).isFalse();
  }

  @Test
  void aTamperedReturnLogsNobodyIn() {
    for (String url :
        new String[] {
          back("other-state", FakeTweestap.CODE),
          "/login/second-step/back",
          "/login/second-step/back?login_id=" + FakeTweestap.LOGIN
        }) {
      Browser browser = browser();
      browser.logIn("anna", "secret");
      assertUnfinished(browser.get(url));
      assertThat(isSomebody(browser)).isFalse();
    }
    Browser browser = browser();
    browser.logIn("anna", "secret");
    assertUnfinished(browser.get(back(state(), "guessed")));
    assertThat(isSomebody(browser)).isFalse();
  }

  @Test
  void aReturnIsGoodOnce() {
    Browser browser = browser();
    browser.logIn("anna", "secret");
    String url = back(state(), FakeTweestap.CODE);
    browser.get(url);
    browser.post("/logout", "_csrf", browser.csrf("/logout"));
    assertThat(isSomebody(browser)).isFalse();
    assertUnfinished(browser.get(url));
    assertThat(isSomebody(browser)).isFalse();
  }

  @Test
  void aRememberedBrowserGoesStraightIn() {
    Browser browser = browser();
    browser.cookies.put("__Host-tweestap-browser", "twb_1");
    TWEESTAP.state = "passed";
    TWEESTAP.amr = "[\"pwd\"]";
    TWEESTAP.browserToken = "twb_2";
    assertThat(Browser.location(browser.logIn("anna", "secret"))).endsWith("/");
    assertThat(TWEESTAP.body("POST /v1/logins")).contains("\"browser_token\":\"twb_1\"");
    assertThat(browser.cookies).containsEntry("__Host-tweestap-browser", "twb_2");
    assertThat(browser.get("/me").body()).contains("[pwd]").doesNotContain("FACTOR_TWEESTAP");
  }

  @Test
  void whoeverGivesUpInThePromptDoesNotReadThatThePasswordWasWrong() {
    for (String state : new String[] {"failed", "canceled", "expired"}) {
      TWEESTAP.reset(clock.instant());
      Browser browser = browser().speaking("nl");
      browser.logIn("anna", "secret");
      TWEESTAP.over = state;
      HttpResponse<String> answer = comeBack(browser);
      assertUnfinished(answer);
      assertThat(answer.body())
          .contains("lang=\"nl\"", "niets mis met je wachtwoord", "href=\"/\"", "Opnieuw inloggen");
      assertThat(isSomebody(browser)).isFalse();
    }
  }

  private static void assertUnfinished(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).containsPattern("not logged in yet|nog niet ingelogd");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void aRefusedLoginIsNoneAndThePageSaysSo() {
    TWEESTAP.state = "refused";
    Browser browser = browser().speaking("de");
    HttpResponse<String> answer = browser.logIn("anna", "secret");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("lang=\"de\"", "Sie können sich zurzeit nicht anmelden");
    assertThat(isSomebody(browser)).isFalse();
  }

  @Test
  void aUserThatTweestapDoesNotKnowIsMadeThere() {
    TWEESTAP.knowsUser = false;
    Browser browser = browser();
    assertThat(Browser.location(browser.logIn("anna", "secret"))).contains("/prompt/open/");
    assertThat(TWEESTAP.asked)
        .containsExactly("POST /v1/logins", "PUT /v1/users/anna", "POST /v1/logins");
  }

  @Test
  void withoutTweestapNobodyIsLetInAndThePageSaysSo() {
    for (int status : new int[] {503, 403}) {
      TWEESTAP.down = status;
      Browser browser = browser().speaking("nl");
      HttpResponse<String> answer = browser.logIn("anna", "secret");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("lang=\"nl\"", "Inloggen lukt nu even niet");
      assertThat(isSomebody(browser)).isFalse();
    }
  }

  @Test
  void withoutTweestapAReturnLogsNobodyIn() {
    Browser browser = browser();
    browser.logIn("anna", "secret");
    TWEESTAP.down = 503;
    assertThat(comeBack(browser).statusCode()).isEqualTo(503);
    assertThat(isSomebody(browser)).isFalse();
  }

  @Test
  void aSessionEndsWhenItsTimeIsOver() {
    Browser browser = loggedIn();
    clock.advance(Duration.ofSeconds(7199));
    assertThat(isSomebody(browser)).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(isSomebody(browser)).isFalse();
    assertThat(Browser.location(browser.get("/me"))).endsWith("/login");
  }

  @Test
  void aSessionThatWasEndedAtTweestapEndsHereWithinAMinute() {
    Browser browser = loggedIn();
    TWEESTAP.session = "ended";
    assertThat(isSomebody(browser)).isTrue();
    clock.advance(Duration.ofSeconds(61));
    assertThat(isSomebody(browser)).isFalse();
  }

  @Test
  void aSessionGoesOnWhileTweestapCannotBeReached() {
    Browser browser = loggedIn();
    TWEESTAP.down = 503;
    clock.advance(Duration.ofSeconds(61));
    assertThat(isSomebody(browser)).isTrue();
  }

  @Test
  void aLogoutEndsTheSessionAtTweestap() {
    Browser browser = loggedIn();
    browser.post("/logout", "_csrf", browser.csrf("/logout"));
    assertThat(isSomebody(browser)).isFalse();
    assertThat(TWEESTAP.asked).contains("DELETE /v1/users/anna/sessions/" + FakeTweestap.SESSION);
  }
}
