package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

@DisplayName("Invariants 1 and 2 for logins: passed once, guessed at a few times")
class LoginRaceTest extends LoginTest {
  private static final int THREADS = 64;

  @RepeatedTest(3)
  void sixtyFourRightAnswersToOneLoginPassItOnce() throws Exception {
    App app = app(anna);
    String id = pending();
    String code = code(app);

    List<String> outcomes = Together.run(THREADS, () -> outcome(answer(id, app.id(), code)));

    assertThat(outcomes).filteredOn("passed"::equals).hasSize(1);
    assertThat(outcomes)
        .allMatch(
            one -> List.of("passed", "login_over", "already_used", "slowed_down").contains(one));
  }

  @RepeatedTest(3)
  @DisplayName("PSD-1, OTP-10: a code is accepted once")
  void oneCodePassesOneOfSixtyFourLogins() throws Exception {
    App app = app(anna);
    String code = code(app);

    List<String> outcomes = Together.run(THREADS, () -> outcome(answer(pending(), app.id(), code)));

    assertThat(outcomes).filteredOn("passed"::equals).hasSize(1);
  }

  @RepeatedTest(3)
  void sixtyFourWrongAnswersAreToldApartFiveTimes() throws Exception {
    App app = app(anna);
    String id = pending();
    String wrong = wrong(app);

    List<String> outcomes = Together.run(THREADS, () -> outcome(answer(id, app.id(), wrong)));

    assertThat(outcomes).filteredOn("wrong_code"::equals).hasSizeBetween(1, 5);
    assertThat(outcomes).filteredOn("slowed_down"::equals).hasSizeBetween(59, 63);
  }

  @RepeatedTest(3)
  void twoFactorsAtOncePassTheLoginOnceAndOneCodeStaysGood() throws Exception {
    App one = app(anna);
    App two = app(anna);
    String id = pending();
    App[] apps = {one, two};
    var turn = new java.util.concurrent.atomic.AtomicInteger();

    List<String> outcomes =
        Together.run(
            2,
            () -> {
              App app = apps[turn.getAndIncrement()];
              return outcome(answer(id, app.id(), code(app)));
            });

    assertThat(outcomes).containsExactlyInAnyOrder("passed", "login_over");
    long left =
        List.of(one, two).stream()
            .filter(app -> outcome(answer(pending(), app.id(), code(app))).equals("passed"))
            .count();
    assertThat(left).isEqualTo(1);
  }
}
