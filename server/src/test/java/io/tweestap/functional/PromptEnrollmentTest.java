package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Factors;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Stay;
import io.tweestap.policy.Terms;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("A user without a second factor sets one up on the hosted prompt")
class PromptEnrollmentTest extends PromptTest {
  private static final Pattern PAIRING = Pattern.compile("id=\"pairing\">([^<]+)<");
  private static final Pattern CODE = Pattern.compile("<li>([0-9a-z]{5}-[0-9a-z]{5})</li>");

  @Autowired private Factors factors;

  private Terms term(int daysFromNow, Integer skips, FirstFactorProof proof) {
    return new Terms(
        Optional.empty(),
        Optional.of(yesterday().plusDays(1L + daysFromNow)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(skips),
        Optional.empty(),
        Optional.empty(),
        Optional.of(proof),
        Stay.USUAL);
  }

  private static String found(Pattern pattern, WebVisitor browser) {
    Matcher found = pattern.matcher(browser.page.text());
    assertThat(found.find()).as(browser.page.text()).isTrue();
    return found.group(1);
  }

  private String codeOfApp(WebVisitor browser) {
    OtpSecret secret = OtpSecret.ofBase32(found(PAIRING, browser).replace(" ", ""));
    return Totp.standard().code(secret, clock.instant());
  }

  private List<FactorKind> held() {
    return factors.of(tenant.tenant().id(), anna.id()).stream()
        .filter(factor -> factor.isUsable(clock.instant()))
        .map(Factor::kind)
        .toList();
  }

  @Test
  @DisplayName("P4: before the term setting it up is offered, with its date, and can be put off")
  void beforeTheTermItIsOffered() {
    policy(term(30, 2, FirstFactorProof.NONE));
    LocalDate date = yesterday().plusDays(31);
    WebVisitor browser =
        opened(prompted())
            .sees("Protect your account", "You can put it off 2 times more.")
            .sees("Test requires it from", Integer.toString(date.getYear()));

    browser.send("/skip");

    Answer claimed = claim(browser);
    assertThat(claimed.json().at("/result/acr").asString()).isEqualTo("urn:tweestap:acr:1");
    opened(prompted()).sees("You can put it off once more.");
  }

  @Test
  @DisplayName(
      "P4: in the term somebody sets it up on his own will, and is asked for it afterwards")
  void inTheTermItIsSetUp() {
    policy(term(30, 2, FirstFactorProof.NONE));
    WebVisitor browser = opened(prompted()).send("/begin").sees("Authenticator app", "Not now");
    browser.send("/pick", "kind", "totp").sees("scan this code");
    browser.send("/setup/confirm", "code", codeOfApp(browser)).sees("Keep your recovery codes");
    browser.send("/codes/kept").sees("Your second step is set up", "Text message or call");
    browser.send("/done");

    assertThat(claim(browser).json().at("/result/acr").asString()).isEqualTo("urn:tweestap:acr:2");
    opened(prompted()).sees("Type the code that your authenticator app shows");
  }

  @Test
  @DisplayName("A factor is named in the language of the page, whatever the user's own is")
  void namesAreInTheLanguageOfThePage() {
    policy(term(30, 2, FirstFactorProof.NONE));
    WebVisitor browser = opened(prompted("login", "\"locale\":\"nl\"")).send("/begin");
    browser.send("/pick", "kind", "totp");
    browser.send("/setup/confirm", "code", codeOfApp(browser));

    assertThat(factors.of(tenant.tenant().id(), anna.id()))
        .filteredOn(factor -> factor.isUsable(clock.instant()))
        .extracting(factor -> factor.bond().name())
        .containsExactlyInAnyOrder("Authenticator-app", "Herstelcodes");
  }

  @Test
  @DisplayName("P4, N1: after the term nobody gets by, and a proof of address comes first")
  void afterTheTermItIsRequired() {
    policy(required(FirstFactorProof.MAIL_LINK));
    addressesAreProven(anna);
    WebVisitor browser = opened(prompted()).sees("First we make sure that it is you");
    assertThat(browser.page.text()).doesNotContain("/skip");
    browser.post(browser.address + "/skip", java.util.Map.of());
    assertThat(browser.page.status()).isEqualTo(403);
    browser.get(browser.address.replace("/skip", ""));

    browser.send("/proof").sees("We sent an e-mail with a code to");
    browser.send("/proof/check", "code", wrong(mailedCode(1))).sees("9 more tries");
    browser
        .send("/proof/check", "code", mailedCode(1))
        .sees("Since", "Test requires a second step");
    assertThat(browser.page.text()).doesNotContain("/skip");
    browser.send("/pick", "kind", "totp");
    browser.send("/setup/confirm", "code", codeOfApp(browser)).sees("Keep your recovery codes");
    browser.send("/codes/kept").send("/done");

    assertThat(claim(browser).json().path("state").asString()).isEqualTo("passed");
  }

  @Test
  void anAddressThatNobodyHasProvenLeadsToHelp() {
    policy(required(FirstFactorProof.MAIL_LINK));
    patch(
        tenant,
        "/v1/settings/pages",
        "{\"help_texts\":{\"en\":\"Call 0800 1234, day and night.\"}}");

    opened(prompted()).sees("We have no address of you", "Ask Test", "Call 0800 1234");
  }

  @Test
  @DisplayName("N2: the pairing code is there for typing, in groups of four")
  void thePairingCodeIsInGroups() {
    policy(required(FirstFactorProof.NONE));
    WebVisitor browser = opened(prompted()).send("/pick", "kind", "totp");

    assertThat(found(PAIRING, browser)).matches("([A-Z2-7]{4} )+[A-Z2-7]{1,4}");
    assertThat(browser.page.text()).contains("<svg xmlns", "otpauth://totp/Test");
  }

  @Test
  @DisplayName("G1: a reload shows the same code to scan; canceling leaves nothing behind")
  void aReloadShowsTheSameAndCancelingLeavesNothing() {
    policy(required(FirstFactorProof.NONE));
    WebVisitor browser = opened(prompted()).send("/pick", "kind", "totp");
    String first = found(PAIRING, browser);

    browser.get(browser.address);
    assertThat(found(PAIRING, browser)).isEqualTo(first);
    browser.send("/setup/cancel").sees("How do you want to confirm");

    assertThat(factors.of(tenant.tenant().id(), anna.id())).isEmpty();
    browser.send("/pick", "kind", "totp");
    assertThat(found(PAIRING, browser)).isNotEqualTo(first);
  }

  @Test
  void aWrongFirstCodeActivatesNothing() {
    policy(required(FirstFactorProof.NONE));
    WebVisitor browser = opened(prompted()).send("/pick", "kind", "totp");

    browser.send("/setup/confirm", "code", wrong(codeOfApp(browser))).sees("9 more tries");

    assertThat(held()).isEmpty();
    browser.send("/setup/confirm", "code", codeOfApp(browser)).sees("Keep your recovery codes");
    assertThat(held()).containsExactlyInAnyOrder(FactorKind.TOTP, FactorKind.RECOVERY_CODE);
  }

  @Test
  void recoveryCodesAreShownOnce() {
    policy(required(FirstFactorProof.NONE));
    WebVisitor browser = opened(prompted()).send("/pick", "kind", "totp");
    browser.send("/setup/confirm", "code", codeOfApp(browser));
    String page = browser.address;
    String code = found(CODE, browser);
    assertThat(CODE.matcher(browser.page.text()).results()).hasSize(10);

    browser.get(page).sees(code);
    Answer file = send(browser.request(page + "/codes.txt").GET());
    assertThat(file.text().lines()).hasSize(10).contains(code);
    assertThat(file.header("Content-Disposition")).contains("attachment");
    assertThat(file.header("Cache-Control")).contains("no-store");
    assertThat(send(visitor().request(page + "/codes.txt").GET()).status()).isEqualTo(404);
    browser.send("/codes/kept");

    assertThat(browser.page.text()).doesNotContain(code);
    assertThat(send(browser.request(page + "/codes.txt").GET()).status()).isEqualTo(404);
    browser.send("/done");
    assertThat(claim(browser).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("BND-2: after an app another way is suggested, on something else")
  void aSecondWayIsSuggested() {
    policy(required(FirstFactorProof.NONE));
    WebVisitor browser = opened(prompted()).send("/pick", "kind", "totp");
    browser.send("/setup/confirm", "code", codeOfApp(browser)).send("/codes/kept");
    browser.sees("Add another way").send("/pick", "kind", "phone");

    browser.send("/setup", "number", "12").sees("This does not look like a phone number.");
    browser.send("/setup", "number", number).sees("We sent a text message");
    assertThat(browser.text()).doesNotContain(number);
    browser.send("/setup/again").sees("A code was sent a moment ago.");
    browser.send("/setup/confirm", "code", code(1));

    if (browser.outside.isEmpty()) {
      browser.sees("Your second step is set up").send("/done");
    }
    assertThat(held())
        .containsExactlyInAnyOrder(FactorKind.TOTP, FactorKind.PHONE, FactorKind.RECOVERY_CODE);
    assertThat(claim(browser).status()).isEqualTo(200);
  }

  @Test
  void tokensAreOfferedOnlyWhereThereAreAny() {
    policy(required(FirstFactorProof.NONE));
    assertThat(opened(prompted()).text()).doesNotContain("Token with a button");
    post(
        tenant,
        "/v1/tokens/import",
        "{\"format\":\"oath_csv\",\"content\":\"1001,"
            + "3132333435363738393031323334353637383930,hotp\"}");
    WebVisitor browser = opened(prompted()).sees("Token with a button");

    browser.send("/pick", "kind", "hotp").sees("Serial number");
    browser.send("/setup", "number", "9999").sees("There is no such number.");
    browser.send("/setup", "number", "1001").sees("Press the button");
    browser.send("/setup/confirm", "code", "755224").sees("Keep your recovery codes");
  }

  @Test
  void whatThePolicyDoesNotAllowIsNotSetUp() {
    policy(required(FirstFactorProof.NONE));
    for (String kind : List.of("temporary_pass", "ocra", "recovery_code", "nonsense")) {
      WebVisitor browser = opened(prompted());
      browser.send("/pick", "kind", kind);
      if (browser.page.text().contains("/setup\"")) {
        browser.send("/setup", "number", "1");
      }
      assertThat(browser.text()).as(kind).doesNotContain("recovery codes");
    }

    assertThat(held()).isEmpty();
  }
}
