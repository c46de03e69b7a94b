package io.tweestap.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/// An application that asks for the second step on a page of its own.
@TestPropertySource(properties = "tweestap.page=/second")
class OwnPageTest extends ShopTest {
  private static final String FACTOR = "01a20e1d-b193-77e3-9176-358518b1970b";

  @Test
  void aRightCodeLogsInAndAWrongOneDoesNot() {
    Browser browser = browser();
    browser.get("/me");
    assertThat(browser.get("/second").body()).isEqualTo("log in first");
    assertThat(Browser.location(browser.logIn("anna", "secret"))).endsWith("/second");
    assertThat(TWEESTAP.body("POST /v1/logins")).doesNotContain("return_url");
    assertThat(browser.get("/second").body()).isEqualTo("code?");
    assertThat(isSomebody(browser)).isFalse();

    assertThat(typed(browser, "000000")).isEqualTo("Wrong[answersLeft=9]");
    assertThat(isSomebody(browser)).isFalse();
    String before = browser.session();
    TWEESTAP.browserToken = "twb_1";
    typed(browser, "123456");
    assertThat(browser.get("/me").body()).startsWith("anna [pwd, otp, mfa]");
    assertThat(browser.session()).isNotEqualTo(before);
    assertThat(browser.cookies).containsEntry("__Host-tweestap-browser", "twb_1");
    assertThat(browser.get("/second").body()).isEqualTo("log in first");
  }

  /// The page's own answer to a code, empty when the browser was sent on.
  private static String typed(Browser browser, String code) {
    String csrf = browser.csrf("/login");
    return browser.post("/second", "factor", FACTOR, "code", code, "_csrf", csrf).body();
  }
}
