package io.tweestap.delivery.http;

import io.tweestap.operations.PublicAddress;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
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
  HttpCarrier httpCarrier(HttpProperties settings, PublicAddress address, Clock clock) {
    return new HttpCarrier(settings, ReceiptEndpoint.url(address), clock);
  }

  @Bean
  @ConditionalOnBooleanProperty("tweestap.carrier.http.receipts.poll.enabled")
  HttpInquiry httpInquiry(HttpProperties settings, Clock clock) {
    return new HttpInquiry(settings, clock);
  }
}
