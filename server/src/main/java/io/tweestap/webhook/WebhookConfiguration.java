package io.tweestap.webhook;

import io.tweestap.webhook.address.HostLookup;
import io.tweestap.webhook.address.SystemLookup;
import io.tweestap.webhook.address.UrlRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the room's parts together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {
  @Bean
  HostLookup webhookLookup(WebhookSettings settings) {
    return new SystemLookup(settings.connectTimeout());
  }

  @Bean
  UrlRules webhookUrlRules(HostLookup webhookLookup, WebhookSettings settings) {
    return new UrlRules(webhookLookup, settings.allowPrivateAddresses());
  }
}
