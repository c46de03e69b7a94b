package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.page.look.Screenshots;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Frequency;
import io.tweestap.policy.Stay;
import io.tweestap.policy.Terms;
import io.tweestap.tenant.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Walks what the user manual tells, on a phone, and takes the manual's pictures: into
/// `target/manual`, or with `-Dtweestap.screenshots=true` into `docs/manual`, which renews them. A
/// page that the manual shows and that is not reached any more fails here.
class ManualPicturesTest extends PromptBrowserTest {
  private static final Path PICTURES =
      Screenshots.wanted() ? Manual.FOLDER : Path.of("target", "manual");

  /// A walk of this length meets a busy machine now and then.
  private static final int PATIENCE_MS = 60_000;

  private final Set<String> taken = new TreeSet<>();
  private String language = "en";

  @ParameterizedTest
  @ValueSource(strings = {"nl", "de", "en"})
  void everyPictureOfTheManualIsTaken(String of) {
    language = of;
    dress();
    Page page =
        window(
            new Browser.NewContextOptions()
                .setLocale(of)
                .setViewportSize(390, 740)
                .setReducedMotion(ReducedMotion.REDUCE));
    page.setDefaultTimeout(PATIENCE_MS);

    OtpSecret secret = setUp(page);
    String code = spare(page);
    logIn(page, secret);
    lookAfter(page, secret, code);

    assertThat(taken).isEqualTo(Manual.read(of).pictures());
  }

  private void dress() {
    tenants.change(tenant.tenant().id(), it -> new Tenant(it.id(), "Tulpenhof", it.settings()));
    patch(tenant, "/v1/settings", "{\"support_contact\":\"020 123 4567\"}");
    patch(tenant, "/v1/settings/pages", "{\"accent\":\"#0b6e4f\"}");
    policy(
        new Terms(
            Optional.empty(),
            Optional.of(yesterday().plusDays(31)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Frequency.PerBrowser(30)),
            Optional.of(3),
            Optional.empty(),
            Optional.empty(),
            Optional.of(FirstFactorProof.NONE),
            Stay.USUAL));
  }

  private void prompt(Page page) {
    String agent = "Mozilla/5.0 (Android 16; Mobile; rv:146.0) Gecko/146.0 Firefox/146.0";
    page.navigate(
        urlOf(
            prompted(
                "login",
                "\"locale\":\"%s\",\"user_agent\":\"%s\",\"ip\":\"203.0.113.9\""
                    .formatted(language, agent))));
  }

  private void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file(name)).setFullPage(true));
  }

  private void picture(Locator part, String name) {
    part.screenshot(new Locator.ScreenshotOptions().setPath(file(name)));
  }

  private Path file(String name) {
    taken.add(name);
    return PICTURES.resolve("images").resolve(language).resolve(name + ".png");
  }

  private String now(OtpSecret secret) {
    return Totp.standard().code(secret, clock.instant());
  }

  /// An authenticator app, from the offer to the recovery codes.
  private OtpSecret setUp(Page page) {
    prompt(page);
    picture(page, "offer");
    click(page, "/begin");
    picture(page, "choose");
    click(page, "/pick", "totp");
    picture(page, "app-scan");
    page.locator("summary").click();
    picture(page.locator("details"), "app-type");
    OtpSecret secret = OtpSecret.ofBase32(page.locator("#pairing").innerText().replace(" ", ""));
    type(page, now(secret));
    page.locator("#codes").waitFor();
    picture(page, "recovery-codes");
    return secret;
  }

  /// A second way besides, offered after the first.
  private String spare(Page page) {
    String code = page.locator("#codes li").first().innerText();
    click(page, "/codes/kept");
    picture(page, "another");
    click(page, "/pick", "webauthn");
    page.locator("[data-webauthn-start]").waitFor();
    picture(page, "security-key");
    click(page, "/setup/cancel");
    click(page, "/done");
    claimed(page);
    advance(Duration.ofMinutes(2));
    return code;
  }

  private void logIn(Page page, OtpSecret secret) {
    prompt(page);
    picture(page, "code");
    page.locator("a[href$='/ways']").click();
    page.locator("h1").waitFor();
    picture(page, "other-ways");
    page.goBack();
    page.locator("[name=remember]").check();
    type(page, now(secret));
    claimed(page);
    advance(Duration.ofMinutes(2));
  }

  /// The account pages: the overview, an app password, a lost phone.
  private void lookAfter(Page page, OtpSecret secret, String code) {
    Answer link = post(tenant, "/v1/users/anna/account-links", "{\"locale\":\"" + language + "\"}");
    page.navigate(link.json().path("url").asString());
    picture(page.locator("section[aria-labelledby=status]"), "account");
    picture(page.locator("section[aria-labelledby=factors]"), "account-ways");
    picture(page.locator("section[aria-labelledby=browsers]"), "account-browsers");
    page.locator("a[href='/account/app-passwords/new']").click();
    picture(page, "account-prove");
    page.locator("#code").fill(now(secret));
    page.locator("form:has(#code) .main-button").click();
    page.locator("#device").fill("Laptop");
    picture(page, "app-password");
    page.locator("form:has(#device) .main-button").click();
    page.locator("#password").waitFor();
    picture(page, "app-password-made");
    click(page, "/app-passwords/kept");
    advance(Duration.ofMinutes(11));
    prompt(page);
    page.locator("a[href$='/ways']").click();
    page.locator(".choices li").last().locator("button").click();
    page.locator("#code").fill(code);
    picture(page, "recovery-code");
  }
}
