package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Stay;
import io.tweestap.policy.Terms;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("P4: before, in and after the term, in a real browser")
class PromptTermTest extends PromptBrowserTest {
  private static final Duration DAY = Duration.ofDays(1);

  /// Offered from tomorrow, required from the day after the next ten.
  private void term(Optional<Boolean> late) {
    LocalDate today = yesterday().plusDays(1);
    policy(
        new Terms(
            Optional.of(today.plusDays(2)),
            Optional.of(today.plusDays(12)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            late,
            Optional.empty(),
            Optional.of(FirstFactorProof.NONE),
            Stay.USUAL));
  }

  private String acr(Page page) {
    return claimed(page).json().at("/result/acr").asString();
  }

  private App setUp(Page page) {
    click(page, "/pick", "totp");
    page.locator("summary").click();
    OtpSecret secret = OtpSecret.ofBase32(page.locator("#pairing").innerText().replace(" ", ""));
    type(page, Totp.standard().code(secret, clock.instant()));
    click(page, "/codes/kept");
    click(page, "/done");
    return new App(new io.tweestap.factor.FactorId(new java.util.UUID(0, 0)), secret);
  }

  @Test
  void beforeTheTermNothingIsAsked() {
    term(Optional.empty());

    JsonNode login = prompted();

    assertThat(login.path("decision").asString()).isEqualTo("pass");
    assertThat(login.has("prompt_url")).isFalse();
  }

  @Test
  void inTheTermItIsOfferedUntilItIsSetUp() {
    term(Optional.empty());
    advance(DAY.multipliedBy(3));
    Page page = window(desktop());

    page.navigate(urlOf(prompted()));
    assertThat(page.locator("main").innerText()).contains("Protect your account", "requires it");
    click(page, "/skip");
    assertThat(acr(page)).isEqualTo("urn:tweestap:acr:1");

    page.navigate(urlOf(prompted()));
    click(page, "/begin");
    App app = setUp(page);
    assertThat(acr(page)).isEqualTo("urn:tweestap:acr:2");

    advance(Duration.ofMinutes(1));
    page.navigate(urlOf(prompted()));
    type(page, code(app));
    assertThat(acr(page)).isEqualTo("urn:tweestap:acr:2");
  }

  @Test
  void afterTheTermNobodyGetsInWithout() {
    term(Optional.empty());
    advance(DAY.multipliedBy(14));
    Page page = window(desktop());

    page.navigate(urlOf(prompted()));
    assertThat(page.locator("main").innerText()).contains("requires a second step");
    assertThat(page.locator("form[action$='/skip']").count()).isZero();
    click(page, "/leave");
    assertThat(claimed(page).code()).isEqualTo("login_over");

    page.navigate(urlOf(prompted()));
    setUp(page);
    assertThat(acr(page)).isEqualTo("urn:tweestap:acr:2");
  }

  @Test
  void whoIsTooLateIsToldWhomToAsk() {
    term(Optional.of(false));
    advance(DAY.multipliedBy(14));

    JsonNode login = prompted();

    assertThat(login.path("decision").asString()).isEqualTo("refuse");
    assertThat(login.toString()).contains("late");
  }
}
