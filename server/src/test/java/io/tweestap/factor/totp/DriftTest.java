package io.tweestap.factor.totp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.Bond;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.FactorState;
import io.tweestap.factor.kind.Parameters;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.factor.token.TokenStock;
import io.tweestap.otp.Totp;
import io.tweestap.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("OTP-12: drift is learned and bounded (RFC 6238 section 6)")
class DriftTest {
  private static final Totp TOTP = Totp.standard();
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void aClockThatDriftsForMonthsIsFollowed() {
    Random random = new Random(12);
    int known = 0;
    for (int day = 0; day < 300; day++) {
      Instant now = START.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(30));
      long step = TOTP.stepAt(now.plusMillis(day * 350L));
      assertThat(Math.abs(step - TOTP.stepAt(now.plusSeconds(known)))).isLessThanOrEqualTo(1);
      known = Drift.learned(app(known), TOTP, step, now);
    }
    assertThat(known).isBetween(75, 120);
  }

  @Test
  void somebodyWhoTypedLateOnceIsNotTakenForASlowClock() {
    int known = Drift.learned(app(0), TOTP, TOTP.stepAt(START) - 1, START);

    assertThat(known).isEqualTo(-7);
    assertThat(TOTP.stepAt(START.plusSeconds(15 + known))).isEqualTo(TOTP.stepAt(START));
  }

  @Test
  void theDriftOfAnAppEndsAtTwoMinutes() {
    int known = 0;
    for (int i = 0; i < 100; i++) {
      known = Drift.learned(app(known), TOTP, TOTP.stepAt(START) + 10, START);
    }
    assertThat(known).isEqualTo(120);
    for (int i = 0; i < 100; i++) {
      known = Drift.learned(app(known), TOTP, TOTP.stepAt(START) - 10, START);
    }
    assertThat(known).isEqualTo(-120);
  }

  @Test
  void thatOfATokenEndsAtTwenty() {
    int known = 0;
    for (int i = 0; i < 100; i++) {
      known = Drift.learned(token(known), TOTP, TOTP.stepAt(START) + 100, START);
    }
    assertThat(known).isEqualTo(1200);
  }

  private static StoredFactor app(int drift) {
    return stored(drift, Parameters.NONE);
  }

  private static StoredFactor token(int drift) {
    return stored(drift, Parameters.NONE.with(TokenStock.SERIAL, "1"));
  }

  private static StoredFactor stored(int drift, Parameters parameters) {
    Bond bond =
        new Bond(
            new FactorId(new UUID(1, 1)),
            new UserId(new UUID(2, 2)),
            "phone",
            FactorState.ACTIVE,
            START,
            "enrolled",
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty());
    return new StoredFactor(FactorKind.TOTP, bond, parameters, null, 0, drift, 0, Optional.empty());
  }
}
