package io.tweestap.functional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.tweestap.page.sandbox.TestBrowser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/// Base of the tests of the hosted prompt in a real browser. The application is a page of its own.
abstract class PromptBrowserTest extends PromptTest {
  private static final int PATIENCE_MS = 15_000;
  private static @Nullable TestBrowser browser;
  private @Nullable BrowserContext context;

  @BeforeAll
  static void startBrowser() {
    browser = TestBrowser.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void closeWindow() {
    if (context != null) {
      context.close();
    }
  }

  Page window(Browser.NewContextOptions how) {
    closeWindow();
    BrowserContext opened = java.util.Objects.requireNonNull(browser).browser().newContext(how);
    context = opened;
    opened.setDefaultTimeout(PATIENCE_MS);
    opened.route(
        "https://shop.example/**",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody("<!doctype html><title>Shop</title><h1>Shop</h1>")));
    return opened.newPage();
  }

  static Browser.NewContextOptions desktop() {
    return new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1280, 900);
  }

  static void type(Page page, String code) {
    page.locator("#code").fill(code);
    page.locator("form:has(#code) .main-button").click();
  }

  /// Clicks the button of a form, of several the one with this value in it.
  static void click(Page page, String action, String value) {
    Locator form = page.locator("form[action$='" + action + "']");
    (value.isEmpty()
            ? form
            : page.locator("form[action$='" + action + "']:has([value='" + value + "'])"))
        .first()
        .locator("button")
        .first()
        .click();
  }

  static void click(Page page, String action) {
    click(page, action, "");
  }

  /// What the application takes when the browser is back.
  Answer claimed(Page page) {
    page.waitForURL(url -> url.startsWith(BACK));
    WebVisitor back = visitor();
    back.outside = page.url();
    return claim(back);
  }
}
