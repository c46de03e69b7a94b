package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs after all other tests, as the build says, and reads what they logged, with our own code at
/// debug level. Whether a code that somebody was sent is in it, [LoggedCodesTest] asks.
@DisplayName("OOB-14, invariant 5: no code, secret or whole number in the logs of all tests")
class LogsHoldNoSecretsTest {
  private static final Logger LOG = LoggerFactory.getLogger(LogsHoldNoSecretsTest.class);
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
    LOG.info(MARK);

    assertThat(TestLogs.lines()).anyMatch(line -> line.contains(MARK));
    assertThat(TestLogs.lines().filter(LogsHoldNoSecretsTest::holdsSecret).limit(20)).isEmpty();
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
}
