package io.tweestap.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.Algorithm;
import io.tweestap.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("BND-2: a spare factor lives on another medium")
class SparesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Factor APP = app(FactorState.ACTIVE, Optional.empty());
  private static final Factor CLOCK_TOKEN =
      new Factor.Totp(bond(FactorState.ACTIVE), Algorithm.SHA1, 6, 30, Optional.of("1"));
  private static final Factor YUBIKEY =
      new Factor.YubicoOtp(bond(FactorState.ACTIVE), "vvcccccccccc", Optional.of("2"));
  private static final Factor CODES = new Factor.RecoveryCodes(bond(FactorState.ACTIVE), 10);
  private static final Factor PHONE = new Factor.Phone(bond(FactorState.ACTIVE), "+31*******78");
  private static final Factor PASS = new Factor.TemporaryPass(bond(FactorState.ACTIVE));

  @Test
  void twoAppsMayBeOnOnePhone() {
    assertThat(independent(APP, APP)).isEqualTo(1);
    assertThat(Spares.advised(List.of(APP, APP), NOW)).isTrue();
  }

  @Test
  void eachTokenIsAThingOfItsOwn() {
    assertThat(independent(YUBIKEY, YUBIKEY)).isEqualTo(2);
    assertThat(independent(CLOCK_TOKEN, YUBIKEY)).isEqualTo(2);
    assertThat(Spares.advised(List.of(CLOCK_TOKEN, APP), NOW)).isFalse();
  }

  @Test
  void paperIsASpareAndAPassIsNone() {
    assertThat(independent(APP, CODES)).isEqualTo(2);
    assertThat(independent(APP, PHONE)).isEqualTo(2);
    assertThat(independent(PHONE, PHONE)).isEqualTo(1);
    assertThat(independent(APP, PASS)).isEqualTo(1);
    assertThat(independent()).isZero();
  }

  @Test
  void whatCannotBeAnsweredWithIsNoSpare() {
    for (FactorState state : FactorState.values()) {
      assertThat(independent(app(state, Optional.empty())))
          .as(state.text())
          .isEqualTo(state == FactorState.ACTIVE ? 1 : 0);
    }
    assertThat(independent(app(FactorState.ACTIVE, Optional.of(NOW)))).isZero();
    assertThat(independent(app(FactorState.ACTIVE, Optional.of(NOW.plusNanos(1))))).isEqualTo(1);
  }

  private static int independent(Factor... factors) {
    return Spares.independent(List.of(factors), NOW);
  }

  private static Factor app(FactorState state, Optional<Instant> end) {
    return new Factor.Totp(bond(state, end), Algorithm.SHA1, 6, 30, Optional.empty());
  }

  private static Bond bond(FactorState state) {
    return bond(state, Optional.empty());
  }

  private static Bond bond(FactorState state, Optional<Instant> end) {
    return new Bond(
        new FactorId(new UUID(1, 1)),
        new UserId(new UUID(2, 2)),
        "phone",
        state,
        NOW,
        "enrolled",
        Optional.empty(),
        end,
        0,
        Optional.empty());
  }
}
