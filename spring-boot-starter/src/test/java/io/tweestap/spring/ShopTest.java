package io.tweestap.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.testkit.ManualClock;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Base of the tests of the whole flow: the shop runs, Tweestap is played at the edge.
@SpringBootTest(classes = Shop.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ShopTest {
  static final FakeTweestap TWEESTAP = new FakeTweestap();
  private static final Pattern STATE = Pattern.compile("\"state\":\"([^\"]+)\"");

  @Autowired ManualClock clock;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("tweestap.address", TWEESTAP::address);
    settings.add("tweestap.client-id", () -> "shop");
    settings.add("tweestap.client-secret", () -> "a-secret");
    settings.add("tweestap.application-address", () -> "https://shop.example.org");
  }

  /// Spring Security judges the age of a factor by the clock of this machine.
  @BeforeEach
  void aNewDay() {
    clock.set(Clock.systemUTC().instant());
    TWEESTAP.reset(clock.instant());
  }

  Browser browser() {
    return new Browser("http://localhost:" + port);
  }

  /// Whether the pages treat this browser as somebody.
  static boolean isSomebody(Browser browser) {
    return browser.get("/me").statusCode() == 200
        || !browser.get("/public").body().equals("nobody");
  }

  /// The state that the prompt was given.
  static String state() {
    Matcher found = STATE.matcher(TWEESTAP.body("POST /v1/logins"));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  static String back(String state, String code) {
    return "/login/second-step/back?login_id="
        + FakeTweestap.LOGIN
        + "&state="
        + state
        + "&return_code="
        + code;
  }

  HttpResponse<String> comeBack(Browser browser) {
    return browser.get(back(state(), FakeTweestap.CODE));
  }

  /// Somebody who has passed.
  Browser loggedIn() {
    Browser browser = browser();
    browser.logIn("anna", "secret");
    assertThat(Browser.location(comeBack(browser))).endsWith("/");
    assertThat(isSomebody(browser)).isTrue();
    return browser;
  }

  static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
