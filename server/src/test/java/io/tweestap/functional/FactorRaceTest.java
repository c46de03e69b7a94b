package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorAnswers;
import io.tweestap.factor.FactorId;
import io.tweestap.user.User;
import io.tweestap.user.UserRef;
import io.tweestap.user.Users;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/// Sixty-four answers at the same moment, half of them at another node.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Invariants 1 and 2: a factor's code is spent once, guesses are told one at a time")
class FactorRaceTest extends TokenTest {
  private static final int THREADS = 64;

  @Autowired private FactorAnswers answers;
  @Autowired private Users users;
  @Autowired private Environment environment;

  private FactorNode other;
  private User anna;

  @BeforeAll
  void startAnotherNode() {
    other = new FactorNode(environment, clock);
  }

  @AfterAll
  void stopIt() {
    other.close();
  }

  @BeforeEach
  void findAnna() {
    anna = users.find(tenant.tenant().id(), new UserRef("anna")).orElseThrow();
  }

  @RepeatedTest(3)
  @DisplayName(
      "OTP-9, OTP-10, ASVS-6.5.1: of 64 right TOTP codes at two nodes exactly one is right")
  void rightTotpCodesAtOnceSucceedOnce() throws Exception {
    App app = active();
    advance(Duration.ofSeconds(60));

    onlyOneIsRight(atOnce(app.path(), code(app)));
  }

  @RepeatedTest(3)
  @DisplayName("OTP-9, OTP-10: of 64 right HOTP codes at two nodes exactly one is right")
  void rightHotpCodesAtOnceSucceedOnce() throws Exception {
    take("oath_csv", "1001," + SEED_HEX + ",hotp");
    String path = given("hotp", "1001");
    post(tenant, path + "/confirm", typed(hotp(0)));

    onlyOneIsRight(atOnce(path, hotp(1)));
  }

  @RepeatedTest(3)
  @DisplayName("OTP-25, OTP-10: of 64 right Yubico OTPs at two nodes exactly one is right")
  void rightYubicoOtpsAtOnceSucceedOnce() throws Exception {
    var first = Vectors.csv("yubico-otp.csv").get(1);
    var second = Vectors.csv("yubico-otp.csv").get(2);
    String id = "vvcccccccccb";
    take(
        "yubico_csv",
        "1,%s,%s,%s,,,".formatted(id, first.get("private_id_hex"), first.get("aes128_key_hex")));
    String path = given("yubico_otp", "1");
    post(tenant, path + "/confirm", typed(id + first.get("otp_modhex")));

    onlyOneIsRight(atOnce(path, id + second.get("otp_modhex")));
  }

  private static void onlyOneIsRight(List<AnswerOutcome> outcomes) {
    assertThat(outcomes).filteredOn(AnswerOutcome.Right.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(AnswerOutcome.AlreadyUsed.class::isInstance)
        .hasSize(THREADS - 1);
  }

  @RepeatedTest(3)
  @DisplayName("OTP-15: of 64 wrong codes at two nodes at most five are told wrong")
  void wrongCodesAtOnceAreToldOneAtATime() throws Exception {
    App app = active();

    List<AnswerOutcome> outcomes = atOnce(app.path(), wrong(app));

    long told = outcomes.stream().filter(AnswerOutcome.Wrong.class::isInstance).count();
    assertThat(told).isBetween(1L, 5L);
    assertThat(outcomes)
        .filteredOn(AnswerOutcome.SlowedDown.class::isInstance)
        .hasSize(THREADS - (int) told);
    assertThat(factor(app).at("/failures").asLong()).isEqualTo(told);
  }

  @RepeatedTest(3)
  @DisplayName("OTP-15: with the factor slowed down none of 64 right codes is compared")
  void noneIsComparedWhileItIsSlowedDown() throws Exception {
    App app = active();
    for (int i = 0; i < 5; i++) {
      verify(app, wrong(app));
    }

    assertThat(atOnce(app.path(), code(app))).allMatch(AnswerOutcome.SlowedDown.class::isInstance);
    assertThat(factor(app).at("/failures").asInt()).isEqualTo(5);
  }

  @RepeatedTest(3)
  @DisplayName("OTP-18: one right code that confirms at once from many sides confirms once")
  void confirmingAtOnceHappensOnce() throws Exception {
    App app = begun("");
    String code = code(app);

    List<Integer> answers = Together.run(16, () -> confirm(app, code).status());

    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(actions().stream().filter("factor.bound"::equals)).hasSize(1);
  }

  @RepeatedTest(3)
  @DisplayName("One token in stock goes to one of many who want it")
  void aTokenIsGivenOnce() throws Exception {
    take("oath_csv", "1001," + SEED_HEX + ",hotp");

    List<Integer> answers = Together.run(16, () -> give("hotp", "1001").status());

    assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(15);
  }

  @RepeatedTest(3)
  @DisplayName("A user has twenty factors at most, also when many are begun at once")
  void noMoreThanTwentyAreBegun() throws Exception {
    List<Integer> answers = Together.run(32, () -> begin("").status());

    assertThat(answers).filteredOn(status -> status == 201).hasSize(20);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(12);
    assertThat(get(tenant, FACTORS).json().path("data").size()).isEqualTo(20);
  }

  private List<AnswerOutcome> atOnce(String path, String code) throws Exception {
    other.follow(clock);
    FactorId factor = FactorId.of(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
    var answer = io.tweestap.factor.Answer.of(code);
    AtomicInteger turn = new AtomicInteger();
    return Together.run(
        THREADS,
        () -> {
          FactorAnswers node = turn.getAndIncrement() % 2 == 0 ? answers : other.answers();
          return node.answer(tenant.tenant().id(), anna, factor, answer, By.SYSTEM);
        });
  }
}
