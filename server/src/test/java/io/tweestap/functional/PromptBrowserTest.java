package io.tweestap.functional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.tweestap.factor.FactorId;
import io.tweestap.page.look.Gallery;
import io.tweestap.page.look.Windows;
import io.tweestap.shared.EmailAddress;
import io.tweestap.tenant.Tenant;
import io.tweestap.testkit.webauthn.KeyAlgorithm;
import io.tweestap.testkit.webauthn.SoftwareKey;
import io.tweestap.user.UserRef;
import io.tweestap.user.UserWish;
import io.tweestap.user.address.NewAddress;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Base of the tests of the hosted pages in a real browser. The application is a page of its own.
abstract class PromptBrowserTest extends PromptTest {
  @RegisterExtension static final Windows WINDOWS = new Windows();

  /// As long as a name gets.
  static final String LONG =
      "Wasserversorgungszweckverband Überlingen-Friedrichshafen und Umgebung";

  Page window(Browser.NewContextOptions how) {
    Page page = WINDOWS.open(how);
    page.context()
        .route(
            "https://shop.example/**",
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!doctype html><title>Shop</title><h1>Shop</h1>")));
    return page;
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

  /// The tenant has a color, help texts, and a long name where pages are tried with long ones.
  void dress(Gallery.Window window) {
    String name = window.longNames() ? LONG : "Tulpenhof";
    tenants.change(tenantId(), t -> new Tenant(t.id(), name, t.settings()));
    patch(tenant, "/v1/settings", "{\"support_contact\":\"020 123 4567\"}");
    patch(
        tenant,
        "/v1/settings/pages",
        """
        {"accent": "%s", "help_texts": {
          "en": "Call us on 020 123 4567, on weekdays from 9 to 5.",
          "nl": "Bel ons op 020 123 4567, op werkdagen van 9 tot 17 uur.",
          "de": "Rufen Sie uns an: 020 123 4567, werktags von 9 bis 17 Uhr."}}
        """
            .formatted(window.language().equals("nl") ? "#b0235f" : "#0b6e4f"));
  }

  /// Anna has proven two mail addresses, one of them long.
  void twoAddresses() {
    UserWish wish =
        UserWish.of(new UserRef("anna"))
            .withAddresses(
                NewAddress.of(new EmailAddress(mail)),
                NewAddress.of(
                    new EmailAddress("a.very.long.name.of.a.mailbox@" + mail.replace("@", "."))));
    users.upsert(tenantId(), wish, "system");
    addressesAreProven(anna);
  }

  /// The code in the newest mail to anybody of the tenant.
  String mailedNow() {
    for (int i = 0; i < 400; i++) {
      for (var one : get(tenant, "/v1/sandbox/messages?limit=5").json().path("data")) {
        String text = one.path("text").asString();
        if (one.path("channel").asString().equals("email")
            && text.matches("(?s).*?\\b\\d{6}\\b.*")) {
          return text.replaceFirst("(?s).*?\\b(\\d{6})\\b.*", "$1");
        }
      }
      pause();
    }
    throw new AssertionError("no mail with a code");
  }

  /// A security key of Anna's, made on the pages' own origin.
  FactorId key() {
    String factors = "/v1/users/anna/factors";
    JsonNode begun = post(tenant, factors, "{\"kind\":\"webauthn\"}").json();
    String id = begun.at("/factor/id").asString();
    String origin = "http://localhost:" + address("/").getPort();
    String made =
        SoftwareKey.of(KeyAlgorithm.ES256, random)
            .create(begun.at("/challenge/public_key").toString(), origin);
    post(tenant, factors + "/" + id + "/confirm", "{\"response\":" + made + "}");
    return FactorId.of(id).orElseThrow();
  }

  /// Gives a factor another name.
  void named(FactorId factor, String name) {
    patch(tenant, "/v1/users/anna/factors/" + factor, "{\"name\":\"" + name + "\"}");
  }

  /// From now on no security key says anything: as if the visitor canceled each time.
  static void noKeyAnswers(Page page) {
    page.evaluate(
        """
        () => {
          const no = () => Promise.reject(new DOMException('', 'NotAllowedError'));
          navigator.credentials.create = no;
          navigator.credentials.get = no;
        }
        """);
  }

  /// What the application takes when the browser is back.
  Answer claimed(Page page) {
    page.waitForURL(url -> url.startsWith(BACK));
    WebVisitor back = visitor();
    back.outside = page.url();
    return claim(back);
  }
}
