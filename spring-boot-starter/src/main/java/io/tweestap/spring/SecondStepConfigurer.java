package io.tweestap.spring;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.HttpBasicConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.web.authentication.*;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;

/// Puts the second step behind the form login of a filter chain. It is applied to every chain by
/// itself; one without a form login is left as it is.
public final class SecondStepConfigurer
    extends AbstractHttpConfigurer<SecondStepConfigurer, HttpSecurity> {
  private static final Logger LOG = LoggerFactory.getLogger(SecondStepConfigurer.class);

  private @Nullable AuthenticationSuccessHandler successHandler;
  private AuthenticationFailureHandler failureHandler;
  private final Parts parts;
  private boolean active;

  /// What the chains share.
  record Parts(
      SecondSteps steps,
      Unavailable unavailable,
      SessionGuard guard,
      TweestapProperties properties,
      java.time.Clock clock) {}

  SecondStepConfigurer(Parts parts) {
    this.parts = parts;
    this.successHandler = successHandler(parts.properties());
    this.failureHandler = failureHandler(parts.properties());
  }

  private static @Nullable AuthenticationSuccessHandler successHandler(
      TweestapProperties properties) {
    String url = properties.successUrl();
    if (url == null) {
      return null;
    }
    var handler = new SavedRequestAwareAuthenticationSuccessHandler();
    handler.setDefaultTargetUrl(url);
    return handler;
  }

  private static AuthenticationFailureHandler failureHandler(TweestapProperties properties) {
    String url = properties.failureUrl();
    return url == null
        ? new NotLoggedIn(properties.start())
        : new SimpleUrlAuthenticationFailureHandler(url);
  }

  /// What happens when a user is logged in, in the place of what the form login was told to do.
  public SecondStepConfigurer successHandler(AuthenticationSuccessHandler handler) {
    successHandler = handler;
    return this;
  }

  /// What happens when the second step did not pass, in the place of a page that says so. The
  /// exception is a [SecondStepException].
  public SecondStepConfigurer failureHandler(AuthenticationFailureHandler handler) {
    failureHandler = handler;
    return this;
  }

  /// Takes over what happens after the password.
  @Override
  @SuppressWarnings("unchecked")
  public void init(HttpSecurity http) {
    FormLoginConfigurer<HttpSecurity> form = http.getConfigurer(FormLoginConfigurer.class);
    active = form != null;
    if (form == null) {
      return;
    }
    if (http.getConfigurer(HttpBasicConfigurer.class) != null) {
      LOG.warn("HTTP Basic is on in a filter chain: it lets users in without a second step");
    }
    if (successHandler == null) {
      successHandler = FormHandlers.success(form);
    }
    form.successHandler(
        new PasswordAccepted(
            parts.steps(), parts.unavailable(), parts.properties().whenUnavailable()));
    form.withObjectPostProcessor(
        new ObjectPostProcessor<UsernamePasswordAuthenticationFilter>() {
          @Override
          public <F extends UsernamePasswordAuthenticationFilter> F postProcess(F filter) {
            keepNothing(filter);
            return filter;
          }
        });
    LogoutConfigurer<HttpSecurity> logout = http.getConfigurer(LogoutConfigurer.class);
    if (logout != null) {
      logout.addLogoutHandler(parts.guard());
    }
    ExceptionHandlingConfigurer<HttpSecurity> denied =
        http.getConfigurer(ExceptionHandlingConfigurer.class);
    if (denied != null) {
      denied.defaultDeniedHandlerForMissingAuthority(
          new StepUpEntryPoint(parts.steps(), parts.unavailable()), SecondStep.AUTHORITY);
    }
  }

  /// A right password alone leaves nothing behind: no user in the session, no cookie.
  private static void keepNothing(UsernamePasswordAuthenticationFilter filter) {
    filter.setSecurityContextRepository(new NullSecurityContextRepository());
    filter.setSessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy());
    filter.setRememberMeServices(new NullRememberMeServices());
  }

  /// Adds the filter that logs users in, and the one that ends their sessions.
  @Override
  public void configure(HttpSecurity http) {
    if (!active) {
      return;
    }
    var filter = new SecondStepFilter(parts.steps(), parts.unavailable(), parts.clock());
    filter.setAuthenticationManager(SecondStepConfigurer::nobody);
    if (successHandler != null) {
      filter.setAuthenticationSuccessHandler(successHandler);
    }
    filter.setAuthenticationFailureHandler(failureHandler);
    filter.setApplicationEventPublisher(http.getSharedObject(ApplicationContext.class));
    SessionAuthenticationStrategy sessions =
        http.getSharedObject(SessionAuthenticationStrategy.class);
    if (sessions != null) {
      filter.setSessionAuthenticationStrategy(sessions);
    }
    SecurityContextRepository contexts = http.getSharedObject(SecurityContextRepository.class);
    if (contexts != null) {
      filter.setSecurityContextRepository(contexts);
    }
    RememberMeServices rememberMe = http.getSharedObject(RememberMeServices.class);
    if (rememberMe != null) {
      LOG.warn("remember-me is on in a filter chain: it lets users in without a second step");
    }
    http.addFilterBefore(filter, UsernamePasswordAuthenticationFilter.class);
    http.addFilterAfter(parts.guard(), SecurityContextHolderFilter.class);
  }

  private static org.springframework.security.core.Authentication nobody(
      org.springframework.security.core.Authentication user) {
    throw new SecondStepException("nothing is authenticated here");
  }
}
