package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.otp.Hotp;
import io.tweestap.otp.OtpSecret;
import io.tweestap.page.look.Gallery;
import io.tweestap.policy.Frequency;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("WCAG 2.2: every account page in every language, with long names")
class AccountGalleryTest extends AccountBrowserTest {
  private static final OtpSecret SEED = OtpSecret.of("12345678901234567890".getBytes());
  private static final String LONG_DEVICE =
      "Diensttelefon der Abteilung Öffentlichkeitsarbeit und Veranstaltungsmanagement";

  @ParameterizedTest
  @MethodSource("io.tweestap.page.look.Gallery#windows")
  void everyPageLooksRight(Gallery.Window window) {
    dress(window);
    policy(terms(new Frequency.PerBrowser(30)));
    Gallery gallery = new Gallery("account", window);
    Page page = window(window.options());
    String lang = "\"locale\":\"" + window.language() + "\"";

    page.navigate(accountUrl("anna", lang + ",\"return_url\":\"" + BACK + "\""));
    App app = first(page, gallery);
    Kinds all = everything(window.longNames(), app);
    changes(page, gallery, window.longNames());
    proofs(page, gallery, all, app);
    lastOne(page, gallery, app);
    refusals(page, gallery, lang);

    assertThat(gallery.faults()).isEmpty();
  }

  /// From nothing to a first factor.
  private App first(Page page, Gallery gallery) {
    gallery.look(page, "off");
    page.locator(ADD).click();
    gallery.look(page, "first-no-address");
    twoAddresses();
    page.reload();
    gallery.look(page, "first");
    click(page, "/first/send");
    gallery.look(page, "first-sent");
    String code = mailedNow();
    type(page, wrong(code));
    gallery.look(page, "first-wrong");
    type(page, code);
    gallery.look(page, "add");
    phone(page, gallery);
    click(page, "/account/add", "webauthn");
    gallery.look(page, "setup-key");
    noKeyAnswers(page);
    page.locator("[data-webauthn-start]").click();
    page.locator("[data-webauthn-error=refused]").waitFor();
    gallery.look(page, "setup-key-refused");
    click(page, "/setup/cancel");
    page.locator(ADD).click();
    return app(page, gallery);
  }

  private void phone(Page page, Gallery gallery) {
    click(page, "/account/add", "phone");
    gallery.look(page, "phone");
    page.locator("#number").fill("12");
    page.locator("form:has(#number) .main-button").click();
    gallery.look(page, "phone-wrong");
    page.locator("#number").fill(freshNumber());
    page.locator("form:has(#number) .main-button").click();
    gallery.look(page, "setup-phone");
    click(page, "/setup/cancel");
    page.locator(ADD).click();
  }

  private App app(Page page, Gallery gallery) {
    click(page, "/account/add", "totp");
    gallery.look(page, "setup-app");
    page.locator("summary").click();
    gallery.look(page, "setup-app-typed");
    OtpSecret secret = OtpSecret.ofBase32(page.locator("#pairing").innerText().replace(" ", ""));
    App app = new App(new FactorId(new java.util.UUID(0, 0)), secret);
    type(page, wrong(app));
    gallery.look(page, "setup-app-wrong");
    type(page, code(app));
    gallery.look(page, "codes-made");
    click(page, "/codes/kept");
    gallery.look(page, "on-first");
    String factors = get(tenant, "/v1/users/anna/factors").text();
    String id = factors.replaceFirst("(?s).*\"id\":\"([^\"]+)\",\"kind\":\"totp\".*", "$1");
    return new App(FactorId.of(id).orElseThrow(), secret);
  }

  /// One of each kind, sessions, remembered browsers.
  private Kinds everything(boolean longNames, App app) {
    Kinds all = new Kinds();
    for (FactorKind kind :
        List.of(FactorKind.PHONE, FactorKind.HOTP, FactorKind.YUBICO_OTP, FactorKind.OCRA)) {
      all.put(kind, ready(kind).id());
    }
    all.put(FactorKind.WEBAUTHN, key());
    all.put(FactorKind.TEMPORARY_PASS, pass());
    if (longNames) {
      all.ids().forEach(id -> named(id, LONG_DEVICE));
      named(app.id(), LONG_DEVICE);
    }
    String application = longNames ? "customer-center-of-the-water-supply" : "shop";
    for (int i = 1; i <= 2; i++) {
      String login =
          begin(
                  "\"ip\":\"203.0.113.%d\",\"application\":\"%s\",\"user_agent\":\"%s\""
                      .formatted(i, application, "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"))
              .json()
              .path("id")
              .asString();
      String code = Hotp.standard().code(SEED, i);
      Answer passed = answer(login, all.get(FactorKind.HOTP), code, "\"remember_browser\":true");
      assertThat(outcome(passed)).as(passed.text()).isEqualTo("passed");
    }
    return all;
  }

  private void changes(Page page, Gallery gallery, boolean longNames) {
    page.locator("a[href*='/factors/']:not([href$='/remove'])").first().click();
    gallery.look(page, "rename");
    page.locator("#name").fill(longNames ? LONG_DEVICE + " 2" : "My phone");
    page.locator("form:has(#name) .main-button").click();
    gallery.look(page, "on");
    page.locator("a[href$='/remove']").first().click();
    gallery.look(page, "remove");
    home(page);
    page.locator("a[href$='/account/codes']").click();
    gallery.look(page, "codes-renew");
    home(page);
    page.locator("a[href$='/app-passwords/new']").click();
    gallery.look(page, "app-password");
    page.locator("#device").fill(longNames ? LONG_DEVICE : "Thunderbird");
    page.locator("form:has(#device) .main-button").click();
    gallery.look(page, "app-password-made");
    click(page, "/app-passwords/kept");
    gallery.look(page, "on-all");
    page.locator("a[href$='/activity']").click();
    gallery.look(page, "activity");
    home(page);
  }

  /// Each kind on the page that asks for a proof.
  private void proofs(Page page, Gallery gallery, Kinds all, App app) {
    advance(Duration.ofMinutes(10));
    page.locator(ADD).click();
    choose(page, app.id());
    gallery.look(page, "prove-app");
    type(page, wrong(app));
    gallery.look(page, "prove-app-wrong");
    for (FactorKind kind : List.of(FactorKind.HOTP, FactorKind.YUBICO_OTP)) {
      choose(page, all.get(kind));
      gallery.look(page, "prove-" + kind.text().replace('_', '-'));
    }
    choose(page, all.get(FactorKind.TEMPORARY_PASS));
    gallery.look(page, "prove-pass");
    for (FactorKind kind : List.of(FactorKind.PHONE, FactorKind.OCRA, FactorKind.WEBAUTHN)) {
      choose(page, all.get(kind));
      gallery.look(page, "prove-" + kind.text());
      click(page, "/prove/challenge");
      gallery.look(page, "prove-" + kind.text() + "-asked");
    }
    noKeyAnswers(page);
    page.locator("[data-webauthn-start]").click();
    page.locator("[data-webauthn-error=refused]").waitFor();
    gallery.look(page, "prove-webauthn-refused");
  }

  /// What is said before the last second factor goes.
  private void lastOne(Page page, Gallery gallery, App app) {
    page.locator(".others summary").click();
    gallery.look(page, "prove-others");
    page.locator(".others summary").click();
    prove(page, app);
    home(page);
    allBut(app);
    post(
        tenant,
        "/v1/policies",
        "{\"name\":\"all\",\"required_from\":\"%s\",\"late_enrollment\":false}"
            .formatted(yesterday().plusDays(40)));
    page.reload();
    page.locator("a[href$='/remove']").first().click();
    gallery.look(page, "remove-last");
    click(page, "/remove");
    gallery.look(page, "removed");
  }

  private void allBut(App app) {
    for (var one : get(tenant, "/v1/users/anna/factors").json().path("data")) {
      String id = one.path("id").asString();
      if (!id.equals(app.id().toString())) {
        delete(tenant, "/v1/users/anna/factors/" + id);
      }
    }
  }

  private void refusals(Page page, Gallery gallery, String lang) {
    advance(Duration.ofDays(41));
    String link = accountUrl("anna", lang);
    page.navigate(link);
    gallery.look(page, "refused");
    page.locator(ADD).click();
    gallery.look(page, "blocked");
    jdbc.sql("UPDATE login SET state = 'failed' WHERE tenant_id = ? AND state = 'refused'")
        .param(tenantId().value())
        .update();
    page.reload();
    gallery.look(page, "failed");
    home(page);
    click(page, "/account/leave");
    gallery.look(page, "left");
    page.navigate(link);
    gallery.look(page, "link");
    page.navigate(link.replaceFirst("/account/.*", "/account"));
    gallery.look(page, "over");
  }

  private FactorId pass() {
    return ready(FactorKind.TEMPORARY_PASS).id();
  }
}
