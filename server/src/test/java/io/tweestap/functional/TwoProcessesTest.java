package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.FactorKind;
import io.tweestap.otp.Totp;
import io.tweestap.policy.Frequency;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/// Two more server processes on the database and the keys of the one under test. That one is a
/// server of its own, with nothing left over by other tests: the leap of its clock would end all of
/// it at once, in a week that has no partition yet.
@TestPropertySource(properties = "spring.application.name=two-processes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Invariants 1 and 2 hold across processes on one database")
class TwoProcessesTest extends LoginFactorsTest {
  private static final int THREADS = 64;

  /// Fewer where each costs tens of milliseconds of hashing.
  private static final int SLOW_THREADS = 16;

  @Autowired private Environment environment;

  private final List<ServerNode> nodes = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();

  @BeforeAll
  void startProcesses() throws IOException {
    setClock();
    for (int i = 0; i < 2; i++) {
      nodes.add(ServerNode.start(environment, Map.of("TWEESTAP_CARRIER_SANDBOX_ENABLED", "true")));
    }
    for (ServerNode node : nodes) {
      addresses.add(node.address());
    }
  }

  /// The processes have real clocks, so the one under test is set to the same time.
  @BeforeEach
  void setClock() {
    clock.set(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS));
  }

  @AfterAll
  void stopProcesses() {
    nodes.forEach(ServerNode::close);
  }

  @Test
  void rightCodesAtBothSucceedOnce() throws Exception {
    String id = started();
    String code = code(1);

    List<String> answers = Together.run(THREADS, spread(id, code));

    assertThat(answers).filteredOn("approved"::equals).hasSize(1);
    assertThat(answers).filteredOn("already_used"::equals).hasSize(THREADS - 1);
  }

  @Test
  void wrongCodesAtBothAreComparedFiveTimes() throws Exception {
    String id = started();
    String wrong = wrong(code(1));

    List<String> answers = Together.run(THREADS, spread(id, wrong));

    assertThat(answers).filteredOn("wrong_code"::equals).hasSize(4);
    assertThat(answers).filteredOn("too_many_checks"::equals).hasSize(THREADS - 4);
  }

  @Test
  void twinsWithOneKeyAtBothSendOnce() throws Exception {
    String body = "{\"to\":\"" + number + "\",\"channel\":\"sms\",\"purpose\":\"login\"}";
    AtomicInteger turn = new AtomicInteger();

    List<String> answers =
        Together.run(
            16,
            () -> {
              HttpRequest.Builder request =
                  elsewhere(turn.getAndIncrement(), "/v1/verifications")
                      .header("Idempotency-Key", "twin");
              return send(withJson(request, "POST", body)).json().path("id").asString();
            });

    assertThat(answers).hasSize(16).containsOnly(answers.getFirst());
    text(1);
    assertThat(messages().path("data").size()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void rightAnswersOfAnyKindAtBothPassALoginOnce(FactorKind kind) throws Exception {
    Ready ready = ready(kind);
    onceMore(kind);
    String login = pending();
    String code = ready.code().apply(login);
    String body = "{\"factor_id\":\"%s\",\"code\":\"%s\"}".formatted(ready.id(), code);
    AtomicInteger turn = new AtomicInteger();

    List<String> outcomes =
        Together.run(
            isSlow(kind) ? SLOW_THREADS : THREADS,
            () -> outcome(postElsewhere(turn, "/v1/logins/" + login + "/answers", body)));

    assertThat(outcomes).filteredOn("passed"::equals).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("kindsWithoutChallenge")
  void oneCodeOfAnyKindAtBothPassesOneOfManyLogins(FactorKind kind) throws Exception {
    Ready ready = ready(kind);
    onceMore(kind);
    String code = ready.code().apply("");
    String body = "{\"factor_id\":\"%s\",\"code\":\"%s\"}".formatted(ready.id(), code);
    AtomicInteger turn = new AtomicInteger();

    List<String> outcomes =
        Together.run(
            SLOW_THREADS,
            () -> outcome(postElsewhere(turn, "/v1/logins/" + pending() + "/answers", body)));

    assertThat(outcomes).filteredOn("passed"::equals).hasSize(1);
  }

  @Test
  void aBrowserTokenAtBothRotatesOnce() throws Exception {
    policy(terms(new Frequency.PerBrowser(30)));
    App app = app(anna);
    setClock();
    Answer passed = answer(pending(), app.id(), laterCode(app), "\"remember_browser\":true");
    String token = passed.json().path("browser_token").asString("");
    assertThat(token).as(passed.text()).isNotEmpty();
    String body = "{\"user\":\"anna\",\"purpose\":\"login\",\"browser_token\":\"" + token + "\"}";
    AtomicInteger turn = new AtomicInteger();

    List<Answer> begun = Together.run(32, () -> postElsewhere(turn, "/v1/logins", body));

    assertThat(begun).allMatch(answer -> answer.json().path("decision").asString().equals("pass"));
    assertThat(begun).filteredOn(answer -> answer.json().has("browser_token")).hasSize(1);
  }

  /// The time of the processes again; for an app the next step, since the code of the present one
  /// was spent when it was bound.
  private void onceMore(FactorKind kind) {
    setClock();
    if (kind == FactorKind.TOTP) {
      advance(Duration.ofSeconds(30));
    }
  }

  /// The code of the next step: that of the present one was spent when the app was bound.
  private String laterCode(App app) {
    return Totp.standard().code(app.secret(), clock.instant().plusSeconds(30));
  }

  private Answer postElsewhere(AtomicInteger turn, String path, String body) {
    return send(withJson(elsewhere(turn.getAndIncrement(), path), "POST", body));
  }

  private java.util.concurrent.Callable<String> spread(String id, String code) {
    AtomicInteger turn = new AtomicInteger();
    return () -> {
      HttpRequest.Builder request =
          elsewhere(turn.getAndIncrement(), "/v1/verifications/" + id + "/check");
      Answer answer = send(withJson(request, "POST", "{\"code\":\"" + code + "\"}"));
      return answer.status() == 200 ? "approved" : answer.code();
    };
  }

  private HttpRequest.Builder elsewhere(int turn, String path) {
    String basic =
        java.util.Base64.getEncoder()
            .encodeToString(
                (tenant.client().clientId() + ":" + tenant.client().secret())
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(addresses.get(turn % addresses.size()) + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Basic " + basic);
  }
}
