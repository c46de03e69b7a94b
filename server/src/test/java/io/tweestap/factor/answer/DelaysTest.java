package io.tweestap.factor.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("NIST SP 800-63B-4 section 3.2.2")
class DelaysTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0",
    "4, 0",
    "5, 30",
    "6, 60",
    "7, 120",
    "8, 240",
    "9, 480",
    "10, 960",
    "11, 1920",
    "12, 3600",
    "13, 3600",
    "99, 3600",
    "100, 3600"
  })
  void theWaitAfterSoManyFailures(int failures, long seconds) {
    assertThat(Delays.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  @DisplayName("a hundred guesses at a factor take at least three days and a half")
  void aHundredGuessesTakeDays() {
    Duration all = Duration.ZERO;
    for (int failures = 0; failures < Delays.CAP; failures++) {
      all = all.plus(Delays.after(failures));
    }

    assertThat(all).isGreaterThan(Duration.ofHours(88));
  }
}
