package io.tweestap.webhook;

import io.tweestap.operations.TimePartitions;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How long events can be replayed. Deliveries are cut by the ids of their events, so that both go
/// together.
@Configuration(proxyBeanMethods = false)
class WebhookPartitions {
  private static final Duration KEEP = Duration.ofDays(14);

  @Bean
  TimePartitions webhookEventWeeks() {
    return new TimePartitions("webhook_event", KEEP);
  }

  @Bean
  TimePartitions webhookDeliveryWeeks() {
    return new TimePartitions("webhook_delivery", KEEP);
  }
}
