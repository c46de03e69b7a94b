package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Invariant 8: failures slow down, one factor and one source at a time")
class FactorFailuresTest extends FactorTest {
  private static final String SWITCHED_OFF = "switched off after too many wrong codes";
  private static final int[] WAITS = {30, 60, 120, 240, 480, 960, 1920, 3600, 3600};

  @Test
  @DisplayName("OTP-15, OOB-5: four failures are free, then the wait doubles from 30 s to an hour")
  void theWaitGrowsAndItsEndIsTold() {
    App app = active();
    advance(Duration.ofSeconds(60));
    for (int i = 0; i < 4; i++) {
      assertThat(verify(app, wrong(app)).code()).isEqualTo("wrong_code");
      assertThat(factor(app).has("slowed_until")).isFalse();
    }

    for (int wait : WAITS) {
      assertThat(verify(app, wrong(app)).code()).isEqualTo("wrong_code");
      Answer slowed = verify(app, code(app));
      assertThat(slowed.status()).isEqualTo(429);
      assertThat(slowed.code()).isEqualTo("slowed_down");
      assertThat(slowed.header("Retry-After")).isEqualTo(Integer.toString(wait));
      assertThat(slowed.json().at("/until").asString())
          .isEqualTo(clock.instant().plusSeconds(wait).toString())
          .isEqualTo(factor(app).at("/slowed_until").asString());
      advance(Duration.ofSeconds(wait - 1));
      assertThat(verify(app, code(app)).code()).isEqualTo("slowed_down");
      advance(Duration.ofSeconds(1));
    }

    assertThat(factor(app).at("/failures").asInt()).isEqualTo(4 + WAITS.length);
    assertThat(verify(app, code(app)).status()).isEqualTo(200);
    assertThat(factor(app).at("/failures").asInt()).isZero();
  }

  @Test
  @DisplayName("OTP-15, BND-7: the hundredth failure in a row disables the factor for good")
  void theHundredthFailureDisablesIt() {
    App app = active();
    for (int i = 0; i < 100; i++) {
      advance(Duration.ofHours(1));
      assertThat(verify(app, wrong(app)).code()).as("failure " + i).isEqualTo("wrong_code");
    }
    // Before the clock moves on: a mail that was not sent in its time is not sent any more.
    await().until(() -> String.join(" ", mails("anna@home.example", 1)).contains(SWITCHED_OFF));

    advance(Duration.ofDays(1));
    Answer refused = verify(app, code(app));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("factor_disabled");
    assertThat(factor(app).at("/state").asString()).isEqualTo("disabled");
    assertThat(post(tenant, app.path() + "/resume", "{}").code()).isEqualTo("factor_not_usable");
    assertThat(actions()).contains("factor.disabled");
    assertThat(delete(tenant, app.path()).status()).isEqualTo(204);
    active();
  }

  @Test
  void suspendingAndResumingForgetsNoFailure() {
    App app = active();
    for (int i = 0; i < 5; i++) {
      verify(app, wrong(app));
    }

    post(tenant, app.path() + "/suspend", "{}");
    post(tenant, app.path() + "/resume", "{}");

    assertThat(verify(app, code(app)).code()).isEqualTo("slowed_down");
    assertThat(factor(app).at("/failures").asInt()).isEqualTo(5);
  }

  @Test
  void aWrongCodeDoesNotTouchTheOtherFactor() {
    App one = active();
    App other = active();
    advance(Duration.ofSeconds(30));
    for (int i = 0; i < 5; i++) {
      verify(one, wrong(one));
    }

    assertThat(verify(one, code(one)).code()).isEqualTo("slowed_down");
    assertThat(verify(other, code(other)).status()).isEqualTo(200);
  }

  @Test
  void confirmingIsSlowedDownTheSame() {
    App app = begun("");
    for (int i = 0; i < 5; i++) {
      assertThat(confirm(app, wrong(app)).code()).isEqualTo("wrong_code");
    }

    assertThat(confirm(app, code(app)).code()).isEqualTo("slowed_down");
    advance(Duration.ofSeconds(30));
    assertThat(confirm(app, code(app)).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("ASVS-6.3.1: who guesses a little at each of many accounts is slowed down by source")
  void aSourceThatGuessesAtManyAccountsIsSlowedDown() {
    patch(tenant, "/v1/settings", "{\"limits\":{\"failures_per_source_hour\":6}}");
    String attacker = "203.0.113.7";
    App[] apps = {active(), active(), active()};
    advance(Duration.ofSeconds(30));
    for (int i = 0; i < 6; i++) {
      App app = apps[i % apps.length];
      assertThat(answer(app, wrong(app), attacker).code()).isEqualTo("wrong_code");
    }

    Answer slowed = answer(apps[0], code(apps[0]), attacker);
    assertThat(slowed.code()).isEqualTo("slowed_down");
    assertThat(slowed.header("Retry-After")).isEqualTo("600");
    assertThat(answer(apps[0], code(apps[0]), "198.51.100.9").status()).isEqualTo(200);
    advance(Duration.ofSeconds(600));
    assertThat(answer(apps[1], code(apps[1]), attacker).status()).isEqualTo(200);
    assertThat(answer(apps[1], wrong(apps[1]), attacker).code()).isEqualTo("wrong_code");
    assertThat(answer(apps[2], code(apps[2]), attacker).code()).isEqualTo("slowed_down");
  }

  @Test
  void anIpv6VisitorIsOneSourceWhateverTheLastHalf() {
    patch(tenant, "/v1/settings", "{\"limits\":{\"failures_per_source_hour\":1}}");
    App app = active();
    advance(Duration.ofSeconds(30));
    answer(app, wrong(app), "2001:db8:1:2::1");

    assertThat(answer(app, code(app), "2001:db8:1:2:ffff::9").code()).isEqualTo("slowed_down");
    assertThat(answer(app, code(app), "2001:db8:1:3::1").status()).isEqualTo(200);
  }

  @Test
  void rightCodesUseUpNothingOfTheSource() {
    patch(tenant, "/v1/settings", "{\"limits\":{\"failures_per_source_hour\":1}}");
    App app = active();

    for (int i = 0; i < 5; i++) {
      advance(Duration.ofSeconds(30));
      assertThat(answer(app, code(app), "203.0.113.7").status()).isEqualTo(200);
    }
  }

  private Answer answer(App app, String code, String source) {
    return post(tenant, app.path() + "/verify", typed(code, source));
  }
}
