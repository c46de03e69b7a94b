package io.tweestap.operations;

import io.tweestap.shared.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one clock and the one source of randomness; tests put their own in place.
@Configuration(proxyBeanMethods = false)
class TimeAndRandomness {
  /// In whole microseconds, as the database keeps time: what an answer says now is what a later one
  /// reads.
  @Bean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
  }

  /// The platform's own generator; it does not block and is safe for many threads.
  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }

  @Bean
  Ids ids(Clock clock, SecureRandom random) {
    return new Ids(clock, random);
  }
}
