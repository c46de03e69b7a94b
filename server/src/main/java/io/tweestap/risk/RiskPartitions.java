package io.tweestap.risk;

import io.tweestap.operations.TimePartitions;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How long decisions of the fraud guard stay readable.
@Configuration(proxyBeanMethods = false)
class RiskPartitions {
  private static final Duration KEEP = Duration.ofDays(30);

  @Bean
  TimePartitions fraudDecisionWeeks() {
    return new TimePartitions("fraud_decision", KEEP);
  }
}
