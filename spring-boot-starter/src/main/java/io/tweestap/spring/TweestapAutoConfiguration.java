package io.tweestap.spring;

import io.tweestap.client.Tweestap;
import io.tweestap.client.TweestapBuilder;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// The client, for any application that has credentials.
@AutoConfiguration
@ConditionalOnProperty("tweestap.client-id")
@EnableConfigurationProperties(TweestapProperties.class)
public class TweestapAutoConfiguration {
  /// Closed with the application.
  @Bean
  @ConditionalOnMissingBean
  Tweestap tweestap(TweestapProperties properties) {
    String secret = properties.clientSecret();
    if (secret == null || secret.isBlank()) {
      throw new IllegalStateException("tweestap.client-secret is missing");
    }
    TweestapBuilder builder =
        Tweestap.at(properties.address())
            .credentials(Objects.requireNonNull(properties.clientId()), secret)
            .connectTimeout(properties.connectTimeout())
            .timeout(properties.timeout());
    return properties.allowPlainHttp() ? builder.allowPlainHttp().build() : builder.build();
  }
}
