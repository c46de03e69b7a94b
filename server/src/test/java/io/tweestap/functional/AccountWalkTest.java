package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.tweestap.factor.FactorId;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The account pages in a real browser")
class AccountWalkTest extends AccountBrowserTest {
  private static final int KB = 1024;

  private App shown(Page page) {
    OtpSecret secret = OtpSecret.ofBase32(page.locator("#pairing").innerText().replace(" ", ""));
    return new App(new FactorId(new UUID(0, 0)), secret);
  }

  @Test
  @DisplayName("All but security keys works without script")
  void worksWithoutScript() {
    App old = app(anna);
    String login = begin("\"user_agent\":\"Firefox\"").json().path("id").asString();
    assertThat(outcome(answer(login, old.id(), code(old)))).isEqualTo("passed");
    advance(java.time.Duration.ofSeconds(60));
    Page page = window(desktop().setJavaScriptEnabled(false));
    page.navigate(accountUrl("anna", ""));

    click(page, "/sessions/" + login + "/end");
    page.locator("a[href$='/activity']").click();
    home(page);
    page.locator("#language").selectOption("nl");
    click(page, "/account/language");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("nl");
    page.locator(ADD).click();
    prove(page, old);
    click(page, "/account/add", "totp");
    page.locator("summary").click();
    assertThat(page.locator("[data-copy]").isVisible()).isFalse();
    type(page, code(shown(page)));
    assertThat(page.locator("#codes li").count()).isEqualTo(10);
    assertThat(page.locator("a[href$='/codes/file']").isVisible()).isTrue();
    click(page, "/codes/kept");
    appPasswordAndNames(page);
    click(page, "/account/leave");
    assertThat(page.locator("h1").innerText()).isEqualTo("U bent uitgelogd");
  }

  private static void appPasswordAndNames(Page page) {
    page.locator("a[href$='/app-passwords/new']").click();
    page.locator("#device").fill("Laptop");
    page.locator("form:has(#device) .main-button").click();
    assertThat(page.locator("#password").innerText()).hasSizeGreaterThan(16);
    click(page, "/app-passwords/kept");
    page.locator("form[action*='/app-passwords/'][action$='/revoke'] button").click();
    page.locator("a[href*='/factors/']:not([href$='/remove'])").first().click();
    page.locator("#name").fill("Tablet");
    page.locator("form:has(#name) .main-button").click();
    assertThat(page.locator("main").innerText()).contains("Tablet");
    page.locator("a[href$='/remove']").first().click();
    click(page, "/remove");
    assertThat(page.locator("a[href$='/remove']").count()).isEqualTo(1);
  }

  @Test
  void aKeyWithoutScriptSaysWhatItNeeds() {
    App app = app(anna);
    Page page = window(desktop().setJavaScriptEnabled(false));
    page.navigate(accountUrl("anna", ""));
    page.locator(ADD).click();
    prove(page, app);
    click(page, "/account/add", "webauthn");

    assertThat(page.locator("noscript").innerText()).contains("JavaScript");
    page.locator("[data-webauthn-start]").click();
    assertThat(page.locator("#said").innerText()).contains("JavaScript");
  }

  /// Presses the tab key until this has the focus.
  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 80; i++) {
      page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(
          page.evaluate("wanted => document.activeElement.matches(wanted)", selector))) {
        return;
      }
    }
    throw new AssertionError("no way by the tab key to " + selector + " on " + page.url());
  }

  private static void press(Page page, String selector) {
    tabTo(page, selector);
    page.keyboard().press("Enter");
  }

  @Test
  @DisplayName("WCAG 2.1.1: everything by keyboard alone")
  void worksByKeyboardAlone() {
    addressesAreProven(anna);
    Page page = window(desktop());
    page.navigate(accountUrl("anna", ""));

    press(page, ADD);
    page.locator("h1:text('First')").waitFor();
    press(page, ".choice");
    page.locator("#code").waitFor();
    page.waitForFunction("document.activeElement.id === 'code'");
    page.keyboard().type(mailedCode(1));
    page.keyboard().press("Enter");
    page.locator("[value=totp]").waitFor();
    press(page, "[value=totp]");
    page.locator("summary").waitFor();
    press(page, "summary");
    page.locator("#pairing").waitFor();
    tabTo(page, "#code");
    page.keyboard().type(Totp.standard().code(shown(page).secret(), clock.instant()));
    page.keyboard().press("Enter");
    page.locator("#codes").waitFor();
    press(page, ".main-button");
    page.locator("#status").waitFor();
    tabTo(page, "#language");
    page.keyboard().press("ArrowDown");
    press(page, "form[action$='/language'] button");
    page.locator("#said").waitFor();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("nl");
    press(page, "form[action$='/leave'] button");
    page.locator("h1:text('U bent uitgelogd')").waitFor();
  }

  @Test
  @DisplayName("WCAG 2.4.3, 2.4.7: the focus goes through all there is, and is seen on each")
  void theFocusIsSeen() {
    app(anna);
    Page page = window(desktop());
    account(page);

    List<String> unseen = new ArrayList<>();
    List<Object> places = new ArrayList<>();
    long all = page.locator("a[href]:visible, button:visible, select:visible").count();
    for (int i = 0; i < all; i++) {
      page.keyboard().press("Tab");
      places.add(
          page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"));
      if (!Boolean.TRUE.equals(
          page.evaluate(
              """
              () => {
                const style = getComputedStyle(document.activeElement);
                const box = document.activeElement.getBoundingClientRect();
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                  && box.top >= 0 && box.bottom <= innerHeight;
              }
              """))) {
        unseen.add(String.valueOf(page.evaluate("document.activeElement.outerHTML")));
      }
    }

    assertThat(unseen).isEmpty();
    assertThat(places).doesNotHaveDuplicates();
    assertThat(places.stream().map(one -> ((Number) one).intValue()).toList()).isSorted();
  }

  @Test
  @DisplayName("A page weighs less than 100 kB the first time")
  void aPageIsLight() {
    app(anna);
    for (String url : List.of(accountUrl("anna", ""), urlOf(prompted()))) {
      Page page = window(desktop());
      List<Response> loaded = new ArrayList<>();
      page.onResponse(loaded::add);
      page.navigate(url);
      page.waitForLoadState();

      long bytes =
          List.copyOf(loaded).stream()
              .filter(one -> one.status() == 200)
              .mapToLong(one -> one.body().length)
              .sum();
      assertThat(bytes).as(url).isBetween(5L * KB, 100L * KB);
      assertThat(loaded).allMatch(one -> one.url().startsWith("http://localhost:"));
    }
  }
}
