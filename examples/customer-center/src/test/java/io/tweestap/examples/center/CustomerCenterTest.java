package io.tweestap.examples.center;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.tweestap.client.Tweestap;
import io.tweestap.client.apppassword.AppPasswordCheck;
import io.tweestap.testkit.ServerProcess;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a customer of the web host does, from the first login to a lost phone: a real server, the
/// example as it is, a real browser. Each test is another customer.
@DisplayName("The customer center, with a second step")
class CustomerCenterTest {
  private static Chromium chromium;
  private static ServerProcess server;
  private static Center center;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    server = ServerProcess.shared();
    center = Center.start(server);
  }

  @AfterAll
  static void stop() {
    if (center != null) {
      center.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private static Visitor customer(String number, String language) {
    var options = new Browser.NewContextOptions().setLocale(language).setViewportSize(390, 844);
    return new Visitor(chromium.browser().newContext(options), center.address(), number);
  }

  private static String state(Visitor visitor) {
    return visitor.open("/password").page.locator("#state").getAttribute("class");
  }

  @Test
  @DisplayName("G1-G4: an app is set up, asked for, joined by a second one, and lost")
  void anAppIsSetUpAskedForAndLost() throws Exception {
    Visitor sanne = customer("10001", "nl-NL");
    sanne.password().notNow();
    assertThat(state(sanne)).isEqualTo("state off");

    sanne.account().add("totp");
    sanne.submit("/setup/cancel");
    assertThat(state(sanne)).as("canceled").isEqualTo("state off");

    sanne.account().add("totp");
    AuthenticatorApp phone = AuthenticatorApp.scan(sanne.page);
    sanne.type(phone.wrongCode());
    sanne.page.locator("#said").waitFor();
    assertThat(state(sanne)).as("not confirmed").isEqualTo("state off");

    sanne.account().add("totp");
    phone = AuthenticatorApp.scan(sanne.page);
    sanne.type(phone.code());
    List<String> codes = sanne.keepCodes();
    assertThat(codes).hasSize(10);
    assertThat(state(sanne)).isEqualTo("state on");
    sanne.page.goBack();
    secondDevice(sanne, phone, codes);
  }

  /// In the visit in which the first one was confirmed: nobody is asked again within ten minutes.
  /// The device that was used last is asked for first.
  private static void secondDevice(Visitor sanne, AuthenticatorApp phone, List<String> codes)
      throws Exception {
    sanne.rename(1, "Telefoon");
    AuthenticatorApp tablet = sanne.addApp();
    sanne.rename(2, "Tablet");
    sanne.leave();

    sanne.logOut();
    sanne.password();
    assertThat(sanne.isLoggedIn()).as("the password alone").isFalse();
    sanne.password().type(tablet.wrongCode());
    assertThat(sanne.page.locator("[role=alert]").innerText()).contains("9");
    sanne.type(tablet.code());
    assertThat(sanne.page.locator(".said").innerText()).contains("tweede stap");

    sanne.logOut();
    sanne.password().anotherWay("Telefoon");
    sanne.type(phone.code());
    assertThat(sanne.isLoggedIn()).as("with the other device").isTrue();
    lostPhone(sanne, codes);
  }

  private static void lostPhone(Visitor sanne, List<String> codes) {
    sanne.logOut();
    sanne.password().anotherWay("Herstelcode");
    sanne.type(codes.getFirst());
    assertThat(sanne.isLoggedIn()).as("with a recovery code").isTrue();

    sanne.logOut();
    sanne.password().anotherWay("Herstelcode");
    sanne.type(codes.getFirst());
    assertThat(sanne.page.locator("[role=alert]").isVisible()).as("used before").isTrue();
    sanne.type(codes.get(1));
    assertThat(sanne.isLoggedIn()).isTrue();
  }

  @Test
  @DisplayName("G5: mail gets a password of its own; an address is changed as it was confirmed")
  void mailGetsAPasswordAndAnAddressIsConfirmed() throws Exception {
    Visitor jonas = customer("10002", "de-DE");
    jonas.password().notNow();
    changeAddress(jonas, "Hauptstraße 1, 10115 Berlin");
    assertThat(jonas.page.url()).as("without a second step").endsWith("/address?unconfirmed");

    jonas.account();
    AuthenticatorApp app = jonas.addApp();
    jonas.keepCodes();
    jonas.page.locator("a[href$='/app-passwords/new']").click();
    jonas.page.locator("#service").selectOption("imap");
    jonas.page.locator("#device").fill("Thunderbird");
    jonas.page.locator("form:has(#device) .main-button").click();
    String password = jonas.page.locator("#password").innerText();
    assertThat(isGood("imap", password)).isTrue();
    assertThat(isGood("smtp", password)).as("for another service").isFalse();
    jonas.submit("/app-passwords/kept");
    assertThat(jonas.page.content()).doesNotContain(password);
    jonas.leave();

    changeAddress(jonas, "Hauptstraße 1, 10115 Berlin");
    assertThat(jonas.page.locator("main").innerText())
        .contains("4,95", "Hauptstraße 1, 10115 Berlin");
    jonas.submit("/leave");
    assertThat(jonas.page.locator("#postal").innerText()).as("canceled").contains("Köln");
    changeAddress(jonas, "Hauptstraße 1, 10115 Berlin");
    jonas.type(app.code());
    assertThat(jonas.page.url()).endsWith("/address?changed");
    assertThat(jonas.page.locator("#postal").innerText()).isEqualTo("Hauptstraße 1, 10115 Berlin");
  }

  private static void changeAddress(Visitor visitor, String address) {
    visitor.open("/address").page.locator("#address").fill(address);
    visitor.submit("/address");
  }

  /// What a mail server asks.
  private static boolean isGood(String service, String password) {
    try (Tweestap tweestap =
        Tweestap.at(server.address())
            .credentials(server.clientId(), server.clientSecret())
            .build()) {
      return tweestap
          .appPasswords()
          .verify(AppPasswordCheck.of("10002", service, password))
          .valid();
    }
  }

  @Test
  @DisplayName("G6: a security key, a spare one, and one that was removed")
  void securityKeysAreUsedSparedAndRemoved() {
    Visitor olivia = customer("10003", "en-GB");
    VirtualKeys keys = new VirtualKeys(olivia.page);
    olivia.password().notNow();
    olivia.account();
    String first = keys.another();
    register(olivia);
    olivia.keepCodes();
    String spare = keys.another();
    register(olivia);
    assertThat(olivia.page.locator("a[href$='/remove']").count()).isGreaterThanOrEqualTo(2);
    olivia.leave();

    logInWith(olivia, keys, first);
    assertThat(olivia.isLoggedIn()).as("with the first key").isTrue();
    olivia.logOut();
    logInWith(olivia, keys, spare);
    assertThat(olivia.isLoggedIn()).as("with the spare key").isTrue();

    removeFirst(olivia);
    keys.unplug(spare);
    olivia.logOut();
    logInWith(olivia, keys, first);
    olivia.page.locator("[data-webauthn-state=refused]").waitFor();
    assertThat(olivia.isLoggedIn()).as("with the key that was removed").isFalse();
  }

  private static void register(Visitor visitor) {
    visitor.add("webauthn");
    visitor.page.locator("[data-webauthn-start]").click();
    visitor.page.locator("form[action$='/codes/kept'], a[href$='/account/add']").first().waitFor();
  }

  private static void logInWith(Visitor visitor, VirtualKeys keys, String key) {
    visitor.page.context().clearCookies();
    keys.touchOnly(key);
    visitor.password().submit("/challenge");
    Page page = visitor.page;
    page.locator("#postal, [data-webauthn-state=refused]").first().waitFor();
  }

  private static void removeFirst(Visitor olivia) {
    olivia.account().page.locator("a[href$='/remove']").first().click();
    olivia.submit("/prove/challenge");
    olivia.page.locator("[data-webauthn-start]").click();
    olivia.submit("/remove");
    olivia.page.locator("a[href$='/account/add']").waitFor();
    olivia.leave();
  }
}
