package io.tweestap.delivery.sandbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The sandbox's settings, and its housekeeping.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SandboxProperties.class)
class SandboxConfiguration {
  private static final int PURGE_EVERY_MINUTES = 10;

  /// Also where the sandbox is off now: what it left from before goes all the same.
  @Bean
  RecurringTask<Void> purgeSandbox(SandboxRows rows) {
    return Tasks.recurring("purge-sandbox", FixedDelay.ofMinutes(PURGE_EVERY_MINUTES))
        .execute((_, _) -> rows.purge());
  }
}
