package io.tweestap.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// The files that all pages share are open to everybody: there is nothing in them.
@Configuration(proxyBeanMethods = false)
class PageAssets {
  private static final int BEFORE_THE_PAGES = 190;
  private static final RequestMatcher FILES =
      new OrRequestMatcher(
          file("/tokens.css"),
          file("/tweestap.svg"),
          file("/look.css"),
          file("/look.js"),
          file("/brand/**"));

  private static RequestMatcher file(String path) {
    return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, path);
  }

  @Bean
  @Order(BEFORE_THE_PAGES)
  SecurityFilterChain pageAssetsChain(HttpSecurity http) {
    return http.securityMatcher(FILES)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .headers(headers ->
            headers.contentSecurityPolicy(
                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
        .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
        .build();
  }
}
