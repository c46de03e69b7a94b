package io.tweestap.tenant.web;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.shared.web.ProblemWriter;
import io.tweestap.tenant.AccessTokens;
import io.tweestap.tenant.Clients;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Who may reach which path. The API is stateless: a token or a key pair with every request, no
/// cookie, no session, and therefore nothing that a foreign web page could use (CSRF).
///
/// What no chain allows does not exist for the caller. Another door brings a chain of its own with
/// an order before the last.
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
  private static final int API = 100;

  private final ProblemWriter problems;

  ApiSecurity(ProblemWriter problems) {
    this.problems = problems;
  }

  /// Requests are observed as a whole; observing each security filter as well costs more processor
  /// time than checking a code.
  @Bean
  static SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @Order(API)
  SecurityFilterChain apiChain(HttpSecurity http, AccessTokens tokens, Clients clients) {
    return stateless(http)
        .securityMatcher("/v1/**", "/oauth2/**")
        .addFilterBefore(new CallerFilter(tokens, clients, problems), AuthorizationFilter.class)
        .authorizeHttpRequests(paths ->
            paths
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(HttpMethod.GET, ScopeConfiguration.PUBLIC)
                .permitAll()
                .requestMatchers("/oauth2/token")
                .permitAll()
                .requestMatchers("/v1/**")
                .authenticated()
                .anyRequest()
                .denyAll())
        .exceptionHandling(refused ->
            refused
                .authenticationEntryPoint(this::askForCredentials)
                .accessDeniedHandler((_, response, _) -> notFound(response)))
        .build();
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  SecurityFilterChain lastChain(HttpSecurity http) {
    AuthenticationEntryPoint nothingHere = (_, response, _) -> notFound(response);
    return stateless(http)
        .authorizeHttpRequests(paths ->
            paths
                .dispatcherTypeMatchers(
                    DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/docs", "/docs/**")
                .permitAll()
                .anyRequest()
                .denyAll())
        .exceptionHandling(refused ->
            refused
                .authenticationEntryPoint(nothingHere)
                .accessDeniedHandler((_, response, _) -> notFound(response)))
        .build();
  }

  private static HttpSecurity stateless(HttpSecurity http) {
    return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .headers(ApiSecurity::headers);
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(
            policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
  }

  private void askForCredentials(
      HttpServletRequest request, HttpServletResponse response, Exception why) throws IOException {
    Challenges.noCredentials(response);
    problems.write(
        response,
        Problem.body(
            ProblemCode.UNAUTHENTICATED,
            "Send a bearer token from POST /oauth2/token, or client id and secret as HTTP Basic.",
            Map.of()));
  }

  private void notFound(HttpServletResponse response) throws IOException {
    problems.write(
        response, Problem.body(ProblemCode.NOT_FOUND, "There is nothing at this path.", Map.of()));
  }
}
