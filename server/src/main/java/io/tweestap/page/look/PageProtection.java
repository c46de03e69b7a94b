package io.tweestap.page.look;

import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.stereotype.Component;

/// Makes the security chains of pages: open to everybody, because each page judges its own cookie;
/// no session; forms only from our own pages; headers that shut the page in (SES-4 to SES-8,
/// OIDC-20).
@Component
public class PageProtection {
  /// The order that a chain of pages has among all chains: before the last one.
  public static final int ORDER = 200;

  private static final String POWERS =
      "camera=(), geolocation=(), microphone=(), payment=(), usb=(),"
          + " publickey-credentials-create=(self), publickey-credentials-get=(self)";

  private final PlainPages plain;
  private final SecureRandom random;

  PageProtection(PlainPages plain, SecureRandom random) {
    this.plain = plain;
    this.random = random;
  }

  /// The chain for some paths.
  public SecurityFilterChain chain(HttpSecurity http, String... paths) {
    return http.securityMatcher(paths)
        .addFilterBefore(new OwnFormsFilter(plain), CsrfFilter.class)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(this::csrf)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .headers(PageProtection::headers)
        .authorizeHttpRequests(all ->
            all.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .anyRequest()
                .permitAll())
        .exceptionHandling(refused ->
            refused.accessDeniedHandler((request, response, _) ->
                plain.write(request, response, HttpStatus.FORBIDDEN, "old_form")))
        .build();
  }

  /// The token is read before the page is written, so that its cookie gets into the headers.
  private void csrf(CsrfConfigurer<HttpSecurity> csrf) {
    var eager = new XorCsrfTokenRequestAttributeHandler();
    eager.setSecureRandom(random);
    eager.setCsrfRequestAttributeName(null);
    csrf.csrfTokenRepository(new FormTokens(random)).csrfTokenRequestHandler(eager);
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .addHeaderWriter(new PageHeaders())
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
        .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"))
        .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Resource-Policy", "same-origin"))
        .addHeaderWriter(new StaticHeadersWriter("Permissions-Policy", POWERS));
  }
}
