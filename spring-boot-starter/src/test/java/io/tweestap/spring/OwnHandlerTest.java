package io.tweestap.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/// An application whose form login has a success handler of its own.
@Import(OwnHandlerTest.Handler.class)
class OwnHandlerTest extends ShopTest {
  /// The application's.
  @TestConfiguration(proxyBeanMethods = false)
  static class Handler {
    @Bean
    AuthenticationSuccessHandler afterLogin() {
      return (request, response, user) ->
          response.sendRedirect(
              "/welcome?name="
                  + user.getName()
                  + "&amr="
                  + SecondStep.of(user).orElseThrow().amr());
    }
  }

  @Test
  void itIsCalledAfterTheSecondStepAndNotBefore() {
    Browser browser = browser();
    assertThat(Browser.location(browser.logIn("anna", "secret"))).contains("/prompt/open/");
    assertThat(decoded(Browser.location(comeBack(browser))))
        .endsWith("/welcome?name=anna&amr=[pwd, otp, mfa]");
  }

  @Test
  void itIsCalledForARememberedBrowserToo() {
    TWEESTAP.state = "passed";
    TWEESTAP.amr = "[\"pwd\"]";
    assertThat(decoded(Browser.location(browser().logIn("anna", "secret"))))
        .endsWith("/welcome?name=anna&amr=[pwd]");
  }
}
