package io.tweestap.delivery.mail;

import java.time.Clock;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the mail carrier together where a mail server is named.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {
  @Bean
  @ConditionalOnProperty("tweestap.carrier.mail.host")
  MailCarrier mailCarrier(
      MailProperties settings, ObjectProvider<SslBundles> bundles, Clock clock) {
    return new MailCarrier(
        settings, SmtpSender.of(settings, socketFactory(settings, bundles)), clock);
  }

  private static @Nullable SSLSocketFactory socketFactory(
      MailProperties settings, ObjectProvider<SslBundles> bundles) {
    String name = settings.sslBundle();
    return name == null
        ? null
        : bundles.getObject().getBundle(name).createSslContext().getSocketFactory();
  }
}
