package io.tweestap.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/// An application that would rather let users in by the password than nobody.
@TestPropertySource(properties = "tweestap.when-unavailable=open")
class OpenFlowTest extends ShopTest {
  @Test
  void withoutTweestapThePasswordLetsInButOpensNothingMore() {
    TWEESTAP.down = 503;
    Browser browser = browser();
    browser.logIn("anna", "secret");
    assertThat(browser.get("/me").body()).startsWith("anna none [FACTOR_PASSWORD, ROLE_CUSTOMER]");
    assertThat(browser.get("/vault").statusCode()).isEqualTo(403);
  }

  /// Somebody took the scope away: that is no outage.
  @Test
  void aRefusalIsNoOutage() {
    TWEESTAP.down = 403;
    Browser browser = browser();
    assertThat(browser.logIn("anna", "secret").statusCode()).isEqualTo(503);
    assertThat(isSomebody(browser)).isFalse();
  }
}
