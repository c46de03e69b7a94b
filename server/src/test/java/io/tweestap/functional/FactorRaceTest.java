package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorAnswers;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Factors;
import io.tweestap.factor.bind.BindOutcome;
import io.tweestap.factor.bind.Bindings;
import io.tweestap.factor.bind.Confirmations;
import io.tweestap.factor.bind.NewFactor;
import io.tweestap.factor.kind.Parameters;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserId;
import io.tweestap.user.UserRef;
import io.tweestap.user.UserState;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Invariants 1 and 2: a factor's code is spent once, guesses are told one at a time")
class FactorRaceTest extends ApiTest {
  private static final int THREADS = 64;

  @Autowired private FactorAnswers answers;
  @Autowired private Factors factors;
  @Autowired private Bindings bindings;
  @Autowired private Confirmations confirmations;
  @Autowired private Ids ids;
  @Autowired private SecureRandom random;

  private TenantId tenant;
  private User user;
  private OtpSecret secret;
  private FactorId factor;

  @BeforeEach
  void aConfirmedFactor() {
    tenant = newTenant().tenant().id();
    user =
        new User(
            new UserId(ids.next()),
            new UserRef("anna"),
            UserState.ACTIVE,
            Set.of(),
            Locale.ENGLISH,
            ZoneOffset.UTC,
            Optional.empty(),
            0,
            ids.next(),
            clock.instant(),
            clock.instant());
    secret = OtpSecret.generate(random);
    NewFactor asked =
        new NewFactor(
            FactorKind.TOTP,
            "phone",
            "enrolled",
            Optional.of(secret.bytes()),
            new Parameters(java.util.Map.of("algorithm", "SHA1", "digits", "6", "period", "30")),
            -1,
            Optional.empty());
    factor = ((BindOutcome.Begun) bindings.begin(tenant, user, asked, By.SYSTEM)).id();
    assertThat(confirmations.confirm(tenant, user, factor, typed(code()), By.SYSTEM))
        .isInstanceOf(AnswerOutcome.Right.class);
    clock.advance(Duration.ofSeconds(60));
  }

  @RepeatedTest(3)
  @DisplayName("OTP-9, OTP-10: of 64 right codes at once exactly one is right")
  void sixtyFourRightCodesAtOnceSucceedOnce() throws Exception {
    var answer = typed(code());

    List<AnswerOutcome> outcomes =
        Together.run(THREADS, () -> answers.answer(tenant, user, factor, answer, By.SYSTEM));

    assertThat(outcomes).filteredOn(AnswerOutcome.Right.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(AnswerOutcome.AlreadyUsed.class::isInstance)
        .hasSize(THREADS - 1);
  }

  @RepeatedTest(3)
  @DisplayName("OTP-15: of 64 wrong codes at once five are told wrong, and then none is compared")
  void sixtyFourWrongCodesAtOnceAreToldOneAtATime() throws Exception {
    var wrong = typed(VerificationTest.wrong(code()));

    List<AnswerOutcome> outcomes =
        Together.run(THREADS, () -> answers.answer(tenant, user, factor, wrong, By.SYSTEM));

    long told = outcomes.stream().filter(AnswerOutcome.Wrong.class::isInstance).count();
    assertThat(told).isBetween(1L, 5L);
    assertThat(outcomes)
        .filteredOn(AnswerOutcome.SlowedDown.class::isInstance)
        .hasSize(THREADS - (int) told);
    assertThat(factors.find(tenant, user.id(), factor).orElseThrow().bond().failures())
        .isEqualTo((int) told);
  }

  private static io.tweestap.factor.Answer typed(String code) {
    return io.tweestap.factor.Answer.of(code);
  }

  private String code() {
    return Totp.standard().code(secret, clock.instant());
  }
}
