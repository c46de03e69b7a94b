package io.tweestap.login;

import io.tweestap.operations.TimePartitions;
import io.tweestap.policy.SessionLimits;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How long logins stay readable: thirty days, and no session outlives its row.
@Configuration(proxyBeanMethods = false)
class LoginPartitions {
  private static final Duration KEEP = SessionLimits.LONGEST.plusDays(1);

  @Bean
  TimePartitions loginWeeks() {
    return new TimePartitions("login", KEEP);
  }
}
