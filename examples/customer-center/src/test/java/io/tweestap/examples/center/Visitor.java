package io.tweestap.examples.center;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A customer at a browser. What is clicked is found by where it leads, so that it works in every
/// language.
final class Visitor {
  static final String PASSWORD = "windmill-over-water";

  final Page page;
  private final String center;
  private final String number;

  Visitor(BrowserContext window, String center, String number) {
    window.setDefaultTimeout(20_000);
    this.page = window.newPage();
    this.center = center;
    this.number = number;
  }

  /// Types number and password. What comes then is the second step, or the start page.
  Visitor password() {
    page.navigate(center + "/login");
    page.locator("#number").fill(number);
    page.locator("#password").fill(PASSWORD);
    page.locator("main form button").click();
    return this;
  }

  /// Puts the offer of a second step off, as customers who have none yet may.
  Visitor notNow() {
    submit("/skip");
    return this;
  }

  /// Opens a page of the customer center.
  Visitor open(String path) {
    page.navigate(center + path);
    return this;
  }

  void logOut() {
    open("/");
    submit("/logout");
    page.locator("#number").waitFor();
  }

  boolean isLoggedIn() {
    open("/");
    return page.locator("#postal").count() == 1;
  }

  /// Goes to the account pages by the button.
  Visitor account() {
    open("/password");
    submit("/second-step");
    page.locator("a[href$='/account/add']").waitFor();
    return this;
  }

  /// Leaves the account pages, which lead back.
  Visitor leave() {
    submit("/account/leave");
    page.waitForURL(center + "/password");
    return this;
  }

  /// Picks a kind of factor to add.
  void add(String kind) {
    page.locator("a[href$='/account/add']").click();
    page.locator("button[name=kind][value=" + kind + "]").click();
  }

  /// Adds an app on a device.
  AuthenticatorApp addApp() throws IOException, InterruptedException {
    add("totp");
    AuthenticatorApp app = AuthenticatorApp.scan(page);
    type(app.code());
    return app;
  }

  /// Gives a factor on the account pages a name.
  void rename(int row, String name) {
    page.locator("ul.rows li:nth-of-type(" + row + ") a").first().click();
    page.locator("#name").fill(name);
    page.locator("form:has(#name) .main-button").click();
  }

  /// The codes for an emergency, which are shown after a first factor.
  List<String> keepCodes() {
    List<String> codes = page.locator("#codes li").all().stream().map(Locator::innerText).toList();
    submit("/codes/kept");
    page.locator("a[href$='/account/add']").waitFor();
    return codes;
  }

  void type(String code) {
    page.locator("#code").fill(code);
    page.locator("form:has(#code) .main-button").click();
  }

  /// Chooses, at a login, another way than the one that is asked for.
  void anotherWay(String name) {
    page.locator("a[href$='/ways']").click();
    page.locator("form[action$='/choose'] button").filter(named(name)).first().click();
  }

  private static Locator.FilterOptions named(String name) {
    return new Locator.FilterOptions().setHasText(name);
  }

  /// Clicks the button of a form.
  void submit(String action) {
    page.locator("form[action$='" + action + "'] button").first().click();
  }

  /// A picture for whoever wants to look.
  void picture(String name) {
    Path file = Path.of("target", "pictures", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
