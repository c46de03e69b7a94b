package io.tweestap.delivery;

import io.tweestap.operations.TimePartitions;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How long the record of a message stays readable: counted from the moment it was due, which its
/// id carries.
@Configuration(proxyBeanMethods = false)
class MessagePartitions {
  private static final Duration KEEP = Duration.ofDays(30);

  /// The 90 days that a message may be written ahead, and a week for a chore that did not run.
  private static final int WEEKS_AHEAD = 14;

  @Bean
  TimePartitions messageWeeks() {
    return new TimePartitions("message", KEEP, WEEKS_AHEAD);
  }

  @Bean
  TimePartitions messagePartWeeks() {
    return new TimePartitions("message_part", KEEP);
  }
}
