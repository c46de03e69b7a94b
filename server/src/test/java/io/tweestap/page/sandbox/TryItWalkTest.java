package io.tweestap.page.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TryItWalkTest extends BrowserTest {
  private static final Pattern DIGITS = Pattern.compile("\\d{6}");

  @Test
  @DisplayName("R1: number, code, Token not OK, Token OK, and the code is spent")
  void walksFromTheNumberToTokenOk() {
    Page page = open(desktop());

    ask(page, "login", "sms", newNumber());
    String code = codeOnPhone(page);
    assertThat(newest(page).innerText()).contains("Tulpenhof", code, "@localhost #" + code);

    type(page, otherThan(code));
    assertThat(verdict(page)).contains("Token not OK", "Tries left: 4", "The API says");

    type(page, code);
    assertThat(verdict(page)).contains("Token OK", "You are signed in");

    page.locator(".replay button").click();
    assertThat(verdict(page)).contains("Token not OK", "used already");
    assertThat(page.locator("#code").count()).isZero();

    page.locator("form[action='/sandbox/over'] button").click();
    assertThat(page.locator("form.wish").isVisible()).isTrue();
  }

  @Test
  void messageArrivesByItself() {
    Page page = open(desktop());
    String number = newNumber();
    page.evaluate("window.here = true");

    ask(page, "login", "sms", number);
    page.evaluate("window.here = true");
    newest(page).waitFor();
    clock.advance(Duration.ofSeconds(31));
    page.locator("form[action='/sandbox/resend'] button").click();
    page.locator(".note").waitFor();
    page.evaluate("window.here = true");
    page.locator(".used .message").nth(1).waitFor();

    assertThat(page.evaluate("window.here")).isEqualTo(true);
    assertThat(page.locator("#news").getAttribute("role")).isEqualTo("status");
  }

  @Test
  void resendWaitsAndSaysHowLong() {
    Page page = open(desktop());
    ask(page, "login", "sms", newNumber());
    newest(page).waitFor();

    page.locator("form[action='/sandbox/resend'] button").click();

    assertThat(verdict(page)).contains("No code was sent", "30 seconds");
  }

  @Test
  @DisplayName("TXN-1: amount and payee stand in the message; a changed payee voids the code")
  void paymentIsBoundToItsPayee() {
    Page page = open(desktop());
    page.locator("[name=purpose][value=transaction]").check();
    page.locator("#amount").fill("24,95");
    page.locator("#payee").fill("Tulpenhof BV");
    ask(page, "transaction", "sms", newNumber());
    String code = codeOnPhone(page);
    assertThat(newest(page).innerText()).contains("EUR 24.95", "Tulpenhof BV");

    type(page, code);
    assertThat(verdict(page)).contains("Token OK", "24,95", "Tulpenhof BV");

    page.locator("form[action='/sandbox/over'] button").click();
    ask(page, "transaction", "sms", newNumber());
    String stolen = codeOnPhone(page);
    page.locator("[name=another]").check();
    type(page, stolen);
    assertThat(verdict(page)).contains("Token not OK", "nothing was paid");
  }

  @Test
  void callIsShownAsSpokenText() {
    Page page = open(desktop());
    page.locator("#locale").selectOption("nl");
    ask(page, "login", "voice", newNumber());

    assertThat(newest(page).innerText()).contains("Nog een keer").containsIgnoringCase("call");
    assertThat(newest(page).getAttribute("lang")).isEqualTo("nl");
  }

  @Test
  @DisplayName("OOB-7: mail is refused for a login with the reason, and works for signing up")
  void mailIsForSigningUpOnly() {
    Page page = open(desktop());
    ask(page, "login", "email", "anna@example.org");
    assertThat(verdict(page)).contains("No code was sent", "second step", "NIST");

    ask(page, "registration", "email", "anna@example.org");
    Matcher code = DIGITS.matcher(newest(page).innerText());

    assertThat(newest(page).locator(".subject").innerText()).contains("Tulpenhof");
    assertThat(code.find()).isTrue();
    type(page, code.group());
    assertThat(verdict(page)).contains("Token OK");
  }

  @Test
  void worksWithoutScript() {
    Page page = open(desktop().setJavaScriptEnabled(false));

    ask(page, "login", "sms", newNumber());
    String code = codeOnPhone(page);
    assertThat(page.locator("#look").isVisible()).isTrue();
    type(page, otherThan(code));
    assertThat(verdict(page)).contains("Token not OK");
    type(page, code);

    assertThat(verdict(page)).contains("Token OK");
    page.reload();
    assertThat(verdict(page)).contains("Token OK");
  }

  @Test
  void worksByKeyboardAlone() {
    Page page = open(desktop());
    page.locator("#phone").focus();
    page.keyboard().press("ControlOrMeta+A");
    page.keyboard().type(newNumber());
    page.keyboard().press("Enter");
    String code = codeOnPhone(page);

    page.waitForFunction("document.activeElement.id === 'code'");
    page.keyboard().type(code);
    page.keyboard().press("Enter");

    assertThat(verdict(page)).contains("Token OK");
  }

  @Test
  @DisplayName("SMS-2: the field takes a code from the phone's keyboard")
  void codeFieldTakesOneTimeCodes() {
    Page page = open(desktop());
    ask(page, "login", "sms", newNumber());

    assertThat(page.locator("#code").getAttribute("autocomplete")).isEqualTo("one-time-code");
    assertThat(page.locator("#code").getAttribute("inputmode")).isEqualTo("numeric");
  }

  @Test
  void whatPeopleTypeIsShownAsText() {
    Page page = open(desktop());
    String evil = "<img src=x onerror=alert(1)>";
    page.locator("[name=purpose][value=transaction]").check();
    page.locator("#payee").fill(evil);
    ask(page, "transaction", "sms", newNumber());
    newest(page).waitFor();

    assertThat(page.locator(".order").innerText()).contains(evil);
    assertThat(page.locator("img[src=x]").count()).isZero();
  }

  @Test
  void commandsCanBeRepeated() {
    Page page = open(desktop());
    String number = newNumber();
    ask(page, "login", "sms", number);
    type(page, otherThan(codeOnPhone(page)));
    page.locator(".behind summary").click();

    assertThat(page.locator(".behind pre").allInnerTexts())
        .hasSize(2)
        .allMatch(text -> text.startsWith("curl -u \"$CLIENT_ID:$CLIENT_SECRET\""))
        .anyMatch(text -> text.contains("\"to\":\"" + number + "\""))
        .anyMatch(text -> text.contains("/check"));
  }
}
