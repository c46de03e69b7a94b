package io.tweestap.verification;

import io.tweestap.operations.TimePartitions;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How long verifications stay readable.
@Configuration(proxyBeanMethods = false)
class VerificationPartitions {
  private static final Duration KEEP = Duration.ofDays(30);

  @Bean
  TimePartitions verificationWeeks() {
    return new TimePartitions("verification", KEEP);
  }
}
