package io.tweestap.delivery.http;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/// Lets a provider through to [ReceiptEndpoint] and [IncomingEndpoint], which check its signatures.
@Configuration(proxyBeanMethods = false)
class ReceiptSecurity {
  private static final int BEFORE_THE_LAST = 220;

  @Bean
  @Order(BEFORE_THE_LAST)
  SecurityFilterChain receiptChain(HttpSecurity http) {
    return http.securityMatcher(ReceiptEndpoint.PATH, IncomingEndpoint.PATH)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(
            paths -> paths.requestMatchers(HttpMethod.POST).permitAll().anyRequest().denyAll())
        .build();
  }
}
