package io.tweestap.login.account;

import io.tweestap.shared.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts together what links are drawn from.
@Configuration(proxyBeanMethods = false)
class VisitConfiguration {
  @Bean
  AccountLinks.Drawing accountLinkDrawing(Ids ids, Clock clock, SecureRandom random) {
    return new AccountLinks.Drawing(ids, clock, random);
  }
}
