package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Frequency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The hosted prompt in a real browser")
class PromptWalkTest extends PromptBrowserTest {
  /// What a program says; the test is skipped by name where there is none, and fails in CI.
  private static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(false).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(process.waitFor()).as(command.getFirst()).isZero();
      return said;
    } catch (IOException e) {
      String message = "SKIPPED: no " + command.getFirst();
      if (System.getenv("CI") != null) {
        return fail(message, e);
      }
      System.err.println(message);
      Assumptions.abort(message);
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// What `oathtool` computes of a secret in Base32 at the moment of the tests.
  private String oathtool(String secret) {
    String now =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'")
            .withZone(ZoneOffset.UTC)
            .format(clock.instant());
    return run(List.of("oathtool", "--totp", "-b", "--now", now, secret));
  }

  private static String scanned(Page page) {
    Path picture = Path.of("target", "gallery", "qr.png");
    page.locator(".qr").screenshot(new Locator.ScreenshotOptions().setPath(picture));
    return run(List.of("zbarimg", "--quiet", "--raw", picture.toString()));
  }

  @Test
  @DisplayName("N2, G1: the QR code is scanned from the screen, and oathtool's code confirms it")
  void theQrCodeIsScanned() {
    policy(required(FirstFactorProof.NONE));
    Page page = window(desktop());
    page.navigate(urlOf(prompted()));
    click(page, "/pick", "totp");

    String uri = scanned(page);
    assertThat(uri).startsWith("otpauth://totp/Test:anna?").contains("issuer=Test");
    type(page, oathtool(uri.replaceFirst(".*[?&]secret=([A-Z2-7]+).*", "$1")));
    click(page, "/codes/kept");
    click(page, "/done");

    assertThat(claimed(page).json().at("/result/acr").asString()).isEqualTo("urn:tweestap:acr:2");
  }

  @Test
  @DisplayName("N2: the pairing code is typed by hand, and oathtool's code confirms it")
  void thePairingCodeIsTyped() {
    policy(required(FirstFactorProof.NONE));
    Page page = window(desktop().setJavaScriptEnabled(false));
    page.navigate(urlOf(prompted()));
    click(page, "/pick", "totp");
    page.locator("summary").click();

    type(page, oathtool(page.locator("#pairing").innerText().replace(" ", "")));
    click(page, "/codes/kept");
    click(page, "/done");

    assertThat(claimed(page).json().path("state").asString()).isEqualTo("passed");
  }

  @Test
  void worksByKeyboardAlone() {
    App app = app(anna);
    Page page = window(desktop());
    page.navigate(urlOf(prompted()));
    page.waitForFunction("document.activeElement.id === 'code'");

    page.keyboard().type(wrong(app));
    page.keyboard().press("Enter");
    page.locator("[role=alert]").waitFor();
    page.waitForFunction("document.activeElement.id === 'code'");
    assertThat(page.locator("#code").getAttribute("aria-describedby")).isEqualTo("said");
    page.keyboard().type(code(app));
    page.keyboard().press("Enter");

    assertThat(claimed(page).json().path("state").asString()).isEqualTo("passed");
  }

  @Test
  void worksWithoutScript() {
    policy(terms(new Frequency.PerBrowser(30)));
    App app = app(anna);
    Page page = window(desktop().setJavaScriptEnabled(false));
    page.navigate(urlOf(prompted()));
    page.locator("[name=remember]").check();
    type(page, wrong(app));
    assertThat(page.locator("[role=alert]").innerText()).contains("9 more tries");
    page.locator("[name=remember]").check();
    type(page, code(app));

    assertThat(claimed(page).json().path("browser_token").asString()).startsWith("twb_");
  }

  @Test
  void theBackButtonAndAReloadSendNothingTwice() {
    App app = app(anna);
    Page page = window(desktop());
    page.navigate(urlOf(prompted()));
    type(page, wrong(app));
    page.locator("[role=alert]").waitFor();

    page.reload();
    assertThat(page.locator("[role=alert]").innerText()).contains("9 more tries");
    page.locator("a[href$='/ways']").click();
    page.locator("h1").waitFor();
    page.goBack();
    type(page, code(app));

    assertThat(claimed(page).json().path("state").asString()).isEqualTo("passed");
  }

  @Test
  void recoveryCodesAreCopied() {
    policy(required(FirstFactorProof.NONE));
    Page page = window(desktop().setPermissions(List.of("clipboard-read", "clipboard-write")));
    page.navigate(urlOf(prompted()));
    click(page, "/pick", "totp");
    page.locator("summary").click();
    type(page, oathtool(page.locator("#pairing").innerText().replace(" ", "")));

    page.locator("[data-copy]").click();

    page.locator("[data-copy]:has-text('Copied')").waitFor();
    String copied = (String) page.evaluate("navigator.clipboard.readText()");
    assertThat(copied.lines()).hasSize(10).contains(page.locator("#codes li").first().innerText());
    assertThat(page.locator("[data-print]").isVisible()).isTrue();
  }

  @Test
  @DisplayName("G6, WA-1: a passkey is set up in a login, and opens the next one")
  void aPasskeyIsSetUpAndUsed() {
    policy(required(FirstFactorProof.NONE));
    Page page = window(desktop());
    new VirtualKeys(page).another();
    page.navigate(urlOf(prompted()));
    click(page, "/pick", "webauthn");

    page.locator("[data-webauthn-start]").click();
    page.locator("#codes").waitFor();
    click(page, "/codes/kept");
    page.locator("h1").waitFor();
    if (!page.url().startsWith(BACK)) {
      click(page, "/done");
    }
    assertThat(claimed(page).json().at("/result/acr").asString()).isEqualTo("urn:tweestap:acr:3");

    advance(Duration.ofSeconds(60));
    page.navigate(urlOf(prompted()));
    click(page, "/challenge");
    assertThat(claimed(page).json().at("/result/acr").asString()).isEqualTo("urn:tweestap:acr:3");
  }

  @Test
  void aKeyWithoutScriptSaysWhatItNeeds() {
    policy(required(FirstFactorProof.NONE));
    Page page = window(desktop().setJavaScriptEnabled(false));
    page.navigate(urlOf(prompted()));
    click(page, "/pick", "webauthn");

    page.locator("[data-webauthn-start]").click();

    assertThat(page.locator("[role=alert]:visible").first().innerText()).contains("JavaScript");
  }
}
