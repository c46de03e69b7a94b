package io.tweestap.functional;

import io.tweestap.testkit.ManualClock;
import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// The clock of the functional tests: stands still until a test moves it, forward only, because all
/// tests share it.
@TestConfiguration(proxyBeanMethods = false)
class TestClock {
  @Bean
  @Primary
  ManualClock manualClock() {
    return new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  }
}
