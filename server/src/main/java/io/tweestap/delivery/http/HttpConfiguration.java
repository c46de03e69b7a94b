package io.tweestap.delivery.http;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the HTTP carrier together where a provider is named.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpProperties.class)
class HttpConfiguration {
  @Bean
  @ConditionalOnProperty("tweestap.carrier.http.url")
  HttpCarrier httpCarrier(HttpProperties settings, Clock clock) {
    return new HttpCarrier(settings, clock);
  }
}
