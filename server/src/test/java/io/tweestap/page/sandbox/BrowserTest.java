package io.tweestap.page.sandbox;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/// Opens the try-it page in a browser, as a visitor does.
abstract class BrowserTest extends TryItServer {
  private static final int PATIENCE_MS = 15_000;
  private @Nullable BrowserContext context;

  /// Without a browser no test of the class begins.
  @BeforeAll
  static void startBrowser() {
    TestBrowser.get();
  }

  @AfterEach
  void closeWindow() {
    if (context != null) {
      context.close();
    }
  }

  static Browser.NewContextOptions desktop() {
    return new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1280, 900);
  }

  Page open(Browser.NewContextOptions how) {
    return open(how, "/sandbox");
  }

  Page open(Browser.NewContextOptions how, String path) {
    closeWindow();
    BrowserContext opened = TestBrowser.get().newContext(how);
    context = opened;
    opened.setDefaultTimeout(PATIENCE_MS);
    Page page = opened.newPage();
    page.navigate(address(path).toString());
    return page;
  }

  /// Fills the form in for a purpose and a channel, and sends it.
  static void ask(Page page, String purpose, String channel, String to) {
    page.locator("[name=purpose][value=" + purpose + "]").check();
    page.locator("[name=channel][value=" + channel + "]").check();
    page.locator(channel.equals("email") ? "#email" : "#phone").fill(to);
    page.locator("form.wish button").click();
  }

  /// The newest message on the handset in use.
  static Locator newest(Page page) {
    return page.locator(".used .message").last();
  }

  /// Waits for a text message and reads the code in its last line.
  static String codeOnPhone(Page page) {
    String line = newest(page).locator(".last-line").innerText();
    return line.substring(line.indexOf('#') + 1);
  }

  static String otherThan(String code) {
    return (code.charAt(0) == '9' ? '0' : (char) (code.charAt(0) + 1)) + code.substring(1);
  }

  static void type(Page page, String code) {
    page.locator("#code").fill(code);
    page.locator(".code-form button.main").click();
  }

  static String verdict(Page page) {
    return page.locator(".verdict").innerText();
  }
}
