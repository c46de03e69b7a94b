package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.Tweestap;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/// Two more server processes on the database and the keys of the one under test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Invariants 1 and 2 hold across processes on one database")
class TwoProcessesTest extends VerificationTest {
  private static final int THREADS = 64;

  @Autowired private Environment environment;

  private final List<Process> processes = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();

  @BeforeAll
  void startProcesses() throws IOException {
    setClock();
    for (int i = 0; i < 2; i++) {
      processes.add(start());
    }
    for (Process process : processes) {
      addresses.add(address(process));
    }
  }

  /// The processes have real clocks, so the one under test is set to the same time.
  @BeforeEach
  void setClock() {
    clock.set(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS));
  }

  @AfterAll
  void stopProcesses() throws InterruptedException {
    for (Process process : processes) {
      process.destroy();
      process.waitFor();
    }
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

  private Process start() throws IOException {
    List<String> words =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx200m",
            "-cp",
            System.getProperty("java.class.path"),
            Tweestap.class.getName(),
            "serve",
            "--port",
            "0");
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("TWEESTAP_DATABASE_URL", property("tweestap.database.url"));
    builder.environment().put("TWEESTAP_VAULT_KEYSET", property("tweestap.vault.keyset"));
    builder.environment().put("TWEESTAP_CARRIER_SANDBOX_ENABLED", "true");
    return builder.start();
  }

  private String property(String name) {
    return environment.getRequiredProperty(name, Object.class).toString();
  }

  private static String address(Process process) throws IOException {
    BufferedReader said = process.inputReader();
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      lines.add(line);
      int at = line.indexOf("http://");
      if (line.contains("Tweestap is running at") && at >= 0) {
        return line.substring(at).strip();
      }
    }
    throw new AssertionError("the server did not start: " + lines);
  }
}
