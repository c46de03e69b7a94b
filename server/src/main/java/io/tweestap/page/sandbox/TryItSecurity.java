package io.tweestap.page.sandbox;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Who may reach the try-it page: whoever sits at this machine, without a login. Its forms carry a
/// token that must match a cookie (CSRF); there is no session.
@Configuration(proxyBeanMethods = false)
@WhenTryIt
class TryItSecurity {
  private static final int BEFORE_THE_LAST = 200;
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private static final String OLD_FORM =
      """
      <!doctype html><html lang="en"><title>Open the page again</title>
      <link rel="stylesheet" href="/tokens.css"><link rel="stylesheet" href="/sandbox.css">
      <main class="plain"><h1>This form has grown old</h1>
      <p>Nothing was sent. <a href="/sandbox">Open the try-it page again.</a></p></main></html>
      """;

  @Bean
  @Order(BEFORE_THE_LAST)
  SecurityFilterChain tryItChain(HttpSecurity http, TryItProperties properties) {
    return http.securityMatcher("/", "/sandbox", "/sandbox/**", "/sandbox.css", "/sandbox.js")
        .addFilterAfter(new LocalOnlyFilter(properties), HeaderWriterFilter.class)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(TryItSecurity::csrf)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .headers(TryItSecurity::headers)
        .authorizeHttpRequests(paths ->
            paths
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .anyRequest()
                .permitAll())
        .exceptionHandling(refused -> refused.accessDeniedHandler((_, answer, _) -> refuse(answer)))
        .build();
  }

  private static void csrf(CsrfConfigurer<HttpSecurity> csrf) {
    CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
    cookie.setCookieName("tweestap_form");
    cookie.setCookieCustomizer(made -> made.path("/sandbox").httpOnly(true).sameSite("Strict"));
    csrf.csrfTokenRepository(cookie);
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    byte[] body = OLD_FORM.getBytes(StandardCharsets.UTF_8);
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
