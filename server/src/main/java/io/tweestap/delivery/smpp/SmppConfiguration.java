package io.tweestap.delivery.smpp;

import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the link together that the settings name.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmppProperties.class)
class SmppConfiguration {
  @Bean(destroyMethod = "close")
  @ConditionalOnProperty("tweestap.carrier.smpp.host")
  SmppCarrier smppCarrier(SmppProperties settings, Carriers carriers) {
    return carriers.make(
        settings.link(), Objects.requireNonNull(settings.password()), Optional.empty());
  }
}
