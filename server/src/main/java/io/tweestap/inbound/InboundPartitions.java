package io.tweestap.inbound;

import io.tweestap.operations.TimePartitions;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How long a message in stays readable.
@Configuration(proxyBeanMethods = false)
class InboundPartitions {
  private static final Duration KEEP = Duration.ofDays(30);

  @Bean
  TimePartitions inboundWeeks() {
    return new TimePartitions("inbound", KEEP);
  }
}
