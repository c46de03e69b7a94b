package io.tweestap.delivery;

import io.tweestap.operations.TimePartitions;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How long the record of a message stays readable.
@Configuration(proxyBeanMethods = false)
class MessagePartitions {
  private static final Duration KEEP = Duration.ofDays(30);

  @Bean
  TimePartitions messageWeeks() {
    return new TimePartitions("message", KEEP);
  }

  @Bean
  TimePartitions messagePartWeeks() {
    return new TimePartitions("message_part", KEEP);
  }
}
