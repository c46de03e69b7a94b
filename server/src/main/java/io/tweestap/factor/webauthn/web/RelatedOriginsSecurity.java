package io.tweestap.factor.webauthn.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/// Lets everybody read the related origins of a site, and browsers keep them for a while, and the
/// script of the pages that ask for keys.
@Configuration(proxyBeanMethods = false)
class RelatedOriginsSecurity {
  private static final int BEFORE_THE_LAST = 210;

  @Bean
  @Order(BEFORE_THE_LAST)
  SecurityFilterChain relatedOriginsChain(HttpSecurity http) {
    return http.securityMatcher(RelatedOriginsController.PATH, "/webauthn.js")
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(headers -> headers.cacheControl(cache -> cache.disable()))
        .authorizeHttpRequests(
            paths -> paths.requestMatchers(HttpMethod.GET).permitAll().anyRequest().denyAll())
        .build();
  }
}
