package io.tweestap.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Asking again: for an address, a method, a transaction.
class StepUpTest extends ShopTest {
  /// Somebody whose second step was proven too long ago for some things.
  private Browser stale() {
    TWEESTAP.another();
    TWEESTAP.authTime = clock.instant().minus(Duration.ofMinutes(10));
    Browser browser = loggedIn();
    TWEESTAP.authTime = clock.instant();
    TWEESTAP.another();
    TWEESTAP.asked.clear();
    return browser;
  }

  @Test
  void aRecentSecondStepIsEnough() {
    Browser browser = loggedIn();
    assertThat(browser.get("/vault").body()).isEqualTo("gold");
    assertThat(browser.get("/address").body()).isEqualTo("changed");
  }

  @Test
  void anOldOneIsAskedAgainAndLeadsBack() {
    for (String page : new String[] {"/vault", "/address"}) {
      Browser browser = stale();
      String before = browser.session();
      assertThat(Browser.location(browser.get(page))).contains("/prompt/open/");
      assertThat(TWEESTAP.body("POST /v1/logins"))
          .contains("\"risky\":true")
          .doesNotContain("browser_token");
      assertThat(Browser.location(comeBack(browser))).contains(page);
      assertThat(browser.session()).isNotEqualTo(before);
      assertThat(browser.get(page).statusCode()).isEqualTo(200);
      assertThat(TWEESTAP.asked).contains("DELETE /v1/users/anna/sessions/" + FakeTweestap.SESSION);
    }
  }

  @Test
  void whoeverDoesNotPassStaysWhereHeWas() {
    Browser browser = stale();
    browser.get("/vault");
    browser.get(back(state(), "guessed"));
    assertThat(isSomebody(browser)).isTrue();
    assertThat(Browser.location(browser.get("/vault"))).contains("/prompt/open/");
  }

  @Test
  void aPolicyThatAsksForNothingDoesNotOpenTheVault() {
    Browser browser = stale();
    TWEESTAP.state = "passed";
    TWEESTAP.amr = "[\"pwd\"]";
    assertThat(browser.get("/vault").statusCode()).isEqualTo(403);
  }

  @Test
  void withoutTweestapTheVaultStaysClosed() {
    Browser browser = stale();
    TWEESTAP.down = 503;
    assertThat(browser.get("/vault").statusCode()).isEqualTo(503);
  }

  @Test
  void aTransactionIsConfirmedOnceForItsOwnDetails() {
    Browser browser = loggedIn();
    TWEESTAP.another();
    String csrf = browser.csrf("/logout");
    assertThat(Browser.location(browser.post("/pay", "_csrf", csrf))).contains("/prompt/open/");
    assertThat(TWEESTAP.body("POST /v1/logins"))
        .contains("\"purpose\":\"payment\"", "\"amount\":49.95", "\"payee\":\"Jansen Fietsen\"");
    assertThat(browser.get("/paid").body()).isEqualTo("not paid");
    assertThat(Browser.location(comeBack(browser))).endsWith("/paid");
    assertThat(browser.get("/paid").body()).isEqualTo("paid Jansen Fietsen");
    assertThat(browser.get("/paid").body()).isEqualTo("not paid");
  }

  @Test
  void aTransactionThatIsNotConfirmedIsNotCarriedOut() {
    Browser browser = loggedIn();
    String csrf = browser.csrf("/logout");
    browser.post("/pay", "_csrf", csrf);
    assertThat(Browser.location(browser.get(back(state(), "guessed")))).endsWith("/paid");
    assertThat(browser.get("/paid").body()).isEqualTo("not paid");
    TWEESTAP.state = "passed";
    TWEESTAP.amr = "[\"pwd\"]";
    browser.post("/pay", "_csrf", csrf);
    assertThat(browser.get("/paid").body()).isEqualTo("not paid");
    assertThat(isSomebody(browser)).isTrue();
  }
}
