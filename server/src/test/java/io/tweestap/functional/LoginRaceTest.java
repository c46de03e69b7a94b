package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.user.User;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
  void ofManyUsersAtOnceEachPassesButTheOneWhoseLoginWasTakenBack() throws Exception {
    List<User> people = IntStream.range(0, 24).mapToObj(i -> user("u" + i, i + mail)).toList();
    List<App> apps = people.stream().map(this::confirmedApp).toList();
    advance(Duration.ofSeconds(60));
    List<String> logins = people.stream().map(user -> pending(user.ref().value())).toList();
    String takenBack = logins.getFirst();
    var turn = new AtomicInteger();

    List<String> outcomes =
        Together.run(
            people.size() + 1,
            () -> {
              int i = turn.getAndIncrement();
              return i == people.size()
                  ? outcome(post(tenant, "/v1/logins/" + takenBack + "/cancel", ""))
                  : outcome(answer(logins.get(i), apps.get(i).id(), code(apps.get(i))));
            });

    boolean tookBack = outcomes.contains("canceled");
    assertThat(outcomes).filteredOn("passed"::equals).hasSize(tookBack ? 23 : 24);
    assertThat(outcome(answer(pending("u0"), apps.getFirst().id(), code(apps.getFirst()))))
        .as("the code of a login that was taken back is good for the next one, a spent one is not")
        .isEqualTo(tookBack ? "passed" : "already_used");
    assertThat(audited()).filteredOn("login.passed success"::equals).hasSize(24);
  }

  @RepeatedTest(3)
  void twoFactorsAtOncePassTheLoginOnceAndOneCodeStaysGood() throws Exception {
    App one = app(anna);
    App two = app(anna);
    String id = pending();
    App[] apps = {one, two};
    var turn = new AtomicInteger();

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
