package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs after all other tests, as the build says, and reads what they logged, with our own code at
/// debug level.
@DisplayName("OOB-14, invariant 5: no code, secret or whole number in the logs of all tests")
class LogsHoldNoSecretsTest extends VerificationTest {
  private static final Logger LOG = LoggerFactory.getLogger(LogsHoldNoSecretsTest.class);
  private static final Path LOGS = Path.of("target", "test-logs");
  private static final String MARK = "the logs are read from here";

  private static final List<Pattern> SECRETS =
      List.of(
          Pattern.compile("\\+[1-9][0-9]{8,14}\\b"),
          Pattern.compile("\\btws_[A-Za-z0-9_-]{10,}"),
          Pattern.compile("\\bwhsec_[A-Za-z0-9+/]{10,}"),
          Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\."),
          Pattern.compile("Never share it|Deel hem met niemand|Geben Sie ihn niemandem"),
          Pattern.compile("@\\S+ #\\d{4,10}"));

  @Test
  void noSecretWasLogged() {
    String id = id(start("\"code_length\": 10"));
    String code = code(1);
    check(id, wrong(code));
    check(id, code);
    post(tenant, "/v1/verifications", "{\"to\": \"" + number + "\", \"nonsense\": 1}");
    LOG.info(MARK);

    assertThat(lines()).anyMatch(line -> line.contains(MARK));
    assertThat(lines().filter(line -> line.contains(code) || line.contains(number))).isEmpty();
    assertThat(lines().filter(LogsHoldNoSecretsTest::holdsSecret).limit(20)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "to=+31612345678]",
        "secret tws_huBTKQ6YEpxlRLuIwPEHhYSF54X",
        "whsec_AAAAAAAAAAAAAAAA",
        "Bearer eyJraWQiOiJPMXVxUm.x.y",
        "123456 is your login code. Never share it.",
        "@example.org #123456"
      })
  void theSearchFindsWhatItLooksFor(String line) {
    assertThat(holdsSecret(line)).isTrue();
  }

  private static boolean holdsSecret(String line) {
    return SECRETS.stream().anyMatch(secret -> secret.matcher(line).find());
  }

  /// All that this build has logged: each process, this one and those that tests start, has a file.
  private static Stream<String> lines() {
    long started = began().toEpochMilli();
    try (Stream<Path> files = Files.list(LOGS)) {
      return files.filter(file -> file.toFile().lastModified() >= started).toList().stream()
          .flatMap(LogsHoldNoSecretsTest::linesOf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Of the build, or of this process when no build has started it.
  private static Instant began() {
    String build = System.getProperty("build.began", "");
    return build.isEmpty()
        ? Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime())
        : Instant.parse(build);
  }

  private static Stream<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
