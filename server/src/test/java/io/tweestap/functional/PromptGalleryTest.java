package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.ocra.OcraBinding;
import io.tweestap.factor.pass.TemporaryPasses;
import io.tweestap.factor.phone.PhoneBinding;
import io.tweestap.factor.recovery.RecoveryCodes;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.otp.ocra.Ocra;
import io.tweestap.otp.ocra.OcraInput;
import io.tweestap.otp.ocra.OcraSuite;
import io.tweestap.page.look.Gallery;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Frequency;
import io.tweestap.policy.Stay;
import io.tweestap.policy.Terms;
import io.tweestap.shared.Channel;
import io.tweestap.shared.EmailAddress;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenant;
import io.tweestap.user.NewAddress;
import io.tweestap.user.UserRef;
import io.tweestap.user.UserWish;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("WCAG 2.2: every page of the prompt in every language, with long names")
class PromptGalleryTest extends PromptBrowserTest {
  private static final OcraSuite PLAIN = OcraSuite.parse("OCRA-1:HOTP-SHA1-6:QN08");
  private static final String LONG =
      "Wasserversorgungszweckverband Überlingen-Friedrichshafen und Umgebung";

  @Autowired private PhoneBinding phones;
  @Autowired private OcraBinding devices;
  @Autowired private RecoveryCodes recoveryCodes;
  @Autowired private TemporaryPasses passes;

  private TenantId tenantId() {
    return tenant.tenant().id();
  }

  private void confirmed(FactorId id, String code) {
    assertThat(
            confirmations.confirm(
                tenantId(), anna, id, io.tweestap.factor.Answer.of(code), By.SYSTEM))
        .isInstanceOf(AnswerOutcome.Right.class);
  }

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

  private void dress(Gallery.Window window) {
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

    UserWish wish =
        UserWish.of(new UserRef("anna"))
            .withAddresses(
                NewAddress.of(new EmailAddress(mail)),
                NewAddress.of(
                    new EmailAddress("a.very.long.name.of.a.mailbox@" + mail.replace("@", "."))));
    users.upsert(tenantId(), wish, "system");
    addressesAreProven(anna);
    page.navigate(url(window, "login", ""));
    click(page, "/begin");
    gallery.look(page, "proof");
    click(page, "/proof");
    gallery.look(page, "proof-sent");
    type(page, mailedNow());
    gallery.look(page, "choose");
    click(page, "/pick", "phone");
    gallery.look(page, "setup-phone");
    page.locator("#number").fill("12");
    page.locator("form:has(#number) .main-button").click();
    gallery.look(page, "setup-phone-wrong");
    page.locator("#number").fill(number);
    page.locator("form:has(#number) .main-button").click();
    gallery.look(page, "setup-phone-code");
    click(page, "/setup/cancel");
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

  private String mailedNow() {
    for (int i = 0; i < 400; i++) {
      var data = get(tenant, "/v1/sandbox/messages?limit=5").json().path("data");
      for (var one : data) {
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

  /// With each kind of factor.
  private void answered(Page page, Gallery gallery, Gallery.Window window) {
    advance(Duration.ofMinutes(2));
    String named =
        window.longNames() ? "Diensttelefon der Abteilung Öffentlichkeitsarbeit" : "My phone";
    var wish =
        new PhoneBinding.Wish(named, number, List.of(Channel.SMS, Channel.VOICE), Optional.empty());
    var begun = (PhoneBinding.Outcome.Begun) phones.begin(tenantId(), anna, wish, By.SYSTEM);
    confirmed(begun.id(), code(2));
    FactorId device = device();
    var codes =
        (RecoveryCodes.Outcome.Made) recoveryCodes.make(tenantId(), anna, "codes", By.SYSTEM);
    passes.make(
        tenantId(), anna, passes.draw(tenantId()).orElseThrow(), Duration.ofHours(1), "staff:jan");
    advance(Duration.ofMinutes(2));
    jdbc.sql("UPDATE factor SET last_used_at = now() WHERE tenant_id = ? AND kind = 'totp'")
        .param(tenantId().value())
        .update();

    page.navigate(url(window, "login", ""));
    gallery.look(page, "app");
    type(page, "000 000");
    gallery.look(page, "app-wrong");
    page.locator("a[href$='/ways']").click();
    gallery.look(page, "other-ways");
    click(page, "/choose", begun.id().toString());
    gallery.look(page, "phone");
    click(page, "/challenge");
    gallery.look(page, "phone-sent");
    way(page, codes.id().toString());
    gallery.look(page, "recovery-code");
    devicesAnswer(page, gallery, device);
    page.navigate(
        url(
            window,
            "payment",
            "\"details\":{\"amount\":1249.5,\"currency\":\"EUR\",\"payee\":\""
                + (window.longNames() ? LONG : "Jansen Fietsen")
                + "\"}"));
    gallery.look(page, "payment");
  }

  private FactorId device() {
    OtpSecret secret = OtpSecret.generate(random);
    var wish =
        new OcraBinding.Wish(
            "reader",
            PLAIN,
            Optional.of(secret),
            Optional.empty(),
            0,
            Optional.empty(),
            "enrolled",
            Optional.empty());
    var begun = (OcraBinding.Outcome.Begun) devices.begin(tenantId(), anna, wish, By.SYSTEM);
    confirmed(begun.id(), new Ocra(PLAIN).response(secret, OcraInput.question(begun.question())));
    return begun.id();
  }

  private static void devicesAnswer(Page page, Gallery gallery, FactorId device) {
    way(page, device.toString());
    gallery.look(page, "device");
    click(page, "/challenge");
    gallery.look(page, "device-question");
  }

  private static void way(Page page, String factor) {
    page.locator("a[href$='/ways']").click();
    click(page, "/choose", factor);
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
