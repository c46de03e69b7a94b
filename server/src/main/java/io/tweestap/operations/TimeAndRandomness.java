package io.tweestap.operations;

import io.tweestap.shared.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one clock and the one source of randomness; tests put their own in place.
@Configuration(proxyBeanMethods = false)
class TimeAndRandomness {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
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
