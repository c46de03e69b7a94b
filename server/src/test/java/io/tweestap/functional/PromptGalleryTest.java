package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.page.look.Gallery;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Frequency;
import io.tweestap.policy.Stay;
import io.tweestap.policy.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("WCAG 2.2: every page of the prompt in every language, with long names")
class PromptGalleryTest extends PromptBrowserTest {
  @ParameterizedTest
  @MethodSource("io.tweestap.page.look.Gallery#windows")
  void everyPageLooksRight(Gallery.Window window) {
    dress(window);
    Gallery gallery = new Gallery("prompt", window);
    Page page = window(window.options());

    offered(page, gallery, window);
    answered(page, gallery, window);
    refused(page, gallery, window);

    assertThat(gallery.faults()).isEmpty();
  }

  private String url(Gallery.Window window, String purpose, String fields) {
    String more = "\"locale\":\"" + window.language() + "\"";
    return urlOf(prompted(purpose, fields.isEmpty() ? more : more + "," + fields));
  }

  private Terms terms() {
    return new Terms(
        Optional.empty(),
        Optional.of(yesterday().plusDays(31)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Frequency.PerBrowser(30)),
        Optional.of(3),
        Optional.empty(),
        Optional.empty(),
        Optional.of(FirstFactorProof.MAIL_LINK),
        Stay.USUAL);
  }

  /// From the offer to the recovery codes.
  private void offered(Page page, Gallery gallery, Gallery.Window window) {
    policy(terms());
    page.navigate(url(window, "login", ""));
    gallery.look(page, "offer");
    click(page, "/begin");
    gallery.look(page, "no-address");
    twoAddresses();
    tokensInStock();
    page.navigate(url(window, "login", ""));
    click(page, "/begin");
    gallery.look(page, "proof");
    click(page, "/proof");
    gallery.look(page, "proof-sent");
    type(page, mailedNow());
    gallery.look(page, "choose");
    phoneAndOthers(page, gallery);
    click(page, "/pick", "totp");
    gallery.look(page, "setup-app");
    page.locator("summary").click();
    gallery.look(page, "setup-app-typed");
    String secret = page.locator("#pairing").innerText().replace(" ", "");
    type(page, Totp.standard().code(OtpSecret.ofBase32(secret), clock.instant()));
    gallery.look(page, "recovery-codes");
    click(page, "/codes/kept");
    gallery.look(page, "another-way");
  }

  /// A kind that nobody has is not offered.
  private void tokensInStock() {
    String secret = "3132333435363738393031323334353637383930";
    for (String list :
        List.of(
            "\"oath_csv\",\"content\":\"2001," + secret + ",hotp\"",
            "\"yubico_csv\",\"content\":\"2002,vvcccccccccd,000000000001,"
                + "000102030405060708090a0b0c0d0e0f,,,\"")) {
      post(tenant, "/v1/tokens/import", "{\"format\":" + list + "}");
    }
  }

  private void phoneAndOthers(Page page, Gallery gallery) {
    click(page, "/pick", "phone");
    gallery.look(page, "setup-phone");
    number(page, "12");
    gallery.look(page, "setup-phone-wrong");
    number(page, freshNumber());
    gallery.look(page, "setup-phone-code");
    click(page, "/setup/cancel");
    click(page, "/pick", "hotp");
    gallery.look(page, "setup-token");
    number(page, "2001");
    gallery.look(page, "setup-token-code");
    click(page, "/setup/cancel");
    click(page, "/pick", "yubico_otp");
    number(page, "2002");
    gallery.look(page, "setup-yubikey-code");
    click(page, "/setup/cancel");
    click(page, "/pick", "webauthn");
    gallery.look(page, "setup-key");
    noKeyAnswers(page);
    page.locator("[data-webauthn-start]").click();
    page.locator("[data-webauthn-error=refused]").waitFor();
    gallery.look(page, "setup-key-refused");
    click(page, "/setup/cancel");
  }

  private static void number(Page page, String number) {
    page.locator("#number").fill(number);
    page.locator("form:has(#number) .main-button").click();
  }

  /// With each kind of factor.
  private void answered(Page page, Gallery gallery, Gallery.Window window) {
    advance(Duration.ofMinutes(2));
    Kinds all = everyKind();
    if (window.longNames()) {
      all.ids().forEach(id -> named(id, "Diensttelefon der Abteilung Öffentlichkeitsarbeit"));
    }
    advance(Duration.ofMinutes(2));
    page.navigate(url(window, "login", ""));
    way(page, all.get(FactorKind.TOTP));
    gallery.look(page, "app");
    type(page, "000 000");
    gallery.look(page, "app-wrong");
    page.locator("a[href$='/ways']").click();
    gallery.look(page, "other-ways");
    click(page, "/choose", all.get(FactorKind.PHONE).toString());
    gallery.look(page, "phone");
    click(page, "/challenge");
    gallery.look(page, "phone-sent");
    for (FactorKind kind :
        List.of(
            FactorKind.RECOVERY_CODE,
            FactorKind.TEMPORARY_PASS,
            FactorKind.HOTP,
            FactorKind.YUBICO_OTP)) {
      way(page, all.get(kind));
      gallery.look(page, kind.text().replace('_', '-'));
    }
    challenges(page, gallery, all);
    page.navigate(
        url(
            window,
            "payment",
            "\"details\":{\"amount\":1249.5,\"currency\":\"EUR\",\"payee\":\""
                + (window.longNames() ? LONG : "Jansen Fietsen")
                + "\"}"));
    gallery.look(page, "payment");
  }

  private Kinds everyKind() {
    Kinds all = new Kinds();
    for (FactorKind kind :
        List.of(FactorKind.PHONE, FactorKind.HOTP, FactorKind.YUBICO_OTP, FactorKind.OCRA)) {
      all.put(kind, ready(kind).id());
    }
    all.put(FactorKind.RECOVERY_CODE, ready(FactorKind.RECOVERY_CODE).id());
    all.put(FactorKind.TEMPORARY_PASS, ready(FactorKind.TEMPORARY_PASS).id());
    all.put(FactorKind.WEBAUTHN, key());
    all.put(FactorKind.TOTP, app(anna).id());
    return all;
  }

  /// Kinds that are asked something first.
  private static void challenges(Page page, Gallery gallery, Kinds all) {
    way(page, all.get(FactorKind.OCRA));
    gallery.look(page, "device");
    click(page, "/challenge");
    gallery.look(page, "device-question");
    way(page, all.get(FactorKind.WEBAUTHN));
    gallery.look(page, "key");
    page.addInitScript("navigator.credentials.get = () => new Promise(() => {})");
    click(page, "/challenge");
    gallery.look(page, "key-waits");
    page.reload();
    noKeyAnswers(page);
    page.evaluate("document.querySelector('form[data-webauthn]').dataset.webauthnState = 'ready'");
    page.evaluate("document.querySelector('[data-webauthn-start]').disabled = false");
    page.locator("[data-webauthn-start]").click();
    page.locator("[data-webauthn-error=refused]").waitFor();
    gallery.look(page, "key-refused");
  }

  private static void way(Page page, FactorId factor) {
    page.locator("a[href$='/ways']").click();
    click(page, "/choose", factor.toString());
  }

  /// What went wrong.
  private void refused(Page page, Gallery gallery, Gallery.Window window) {
    advance(Duration.ofMinutes(11));
    page.reload();
    gallery.look(page, "expired");
    page.navigate(url(window, "login", ""));
    String opened = page.url();
    click(page, "/leave");
    page.waitForURL(url -> url.startsWith(BACK));
    page.navigate(opened);
    gallery.look(page, "canceled");
    page.navigate(address("/prompt/elsewhere").toString());
    gallery.look(page, "elsewhere");
  }
}
