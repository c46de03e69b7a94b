package io.tweestap.spring;

import io.tweestap.client.Tweestap;
import io.tweestap.client.user.UserChange;
import java.time.Clock;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.web.servlet.ConditionalOnDefaultWebSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.method.*;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// The second step behind every form login, and what applications ask again with.
@AutoConfiguration(
    after = TweestapAutoConfiguration.class,
    beforeName =
        "org.springframework.boot.security.autoconfigure.web.servlet"
            + ".ServletWebSecurityAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(Tweestap.class)
@ConditionalOnProperty(name = "tweestap.enabled", matchIfMissing = true)
public class SecondStepAutoConfiguration {
  /// Fails the start rather than the first login.
  @Bean
  SecondSteps tweestapSecondSteps(
      Tweestap tweestap, TweestapProperties properties, ObjectProvider<TweestapUsers> users) {
    if (properties.page() == null) {
      properties.returnUrl();
    }
    return new SecondSteps(
        tweestap, properties, users.getIfAvailable(() -> user -> UserChange.empty()));
  }

  @Bean
  Unavailable tweestapUnavailable(TweestapProperties properties) {
    return new Unavailable(properties.start());
  }

  /// Confirms transactions.
  @Bean
  @ConditionalOnMissingBean
  Transactions tweestapTransactions(SecondSteps steps, Unavailable unavailable) {
    return new Transactions(steps, unavailable);
  }

  /// For a page of the application's own.
  @Bean
  @ConditionalOnMissingBean
  OwnPage tweestapOwnPage(SecondSteps steps) {
    return new OwnPage(steps);
  }

  /// Spring Security applies it to each chain that the application builds.
  @Bean
  Customizer<HttpSecurity> tweestapSecondStep(
      SecondSteps steps,
      Unavailable unavailable,
      Tweestap tweestap,
      TweestapProperties properties,
      ObjectProvider<Clock> clocks) {
    Clock clock = clocks.getIfUnique(Clock::systemUTC);
    SessionGuard guard = new SessionGuard(tweestap, properties.sessionCheck(), clock);
    var parts = new SecondStepConfigurer.Parts(steps, unavailable, guard, properties, clock);
    return http -> http.with(new SecondStepConfigurer(parts));
  }

  /// For an application that has no chain of its own: everything needs a login by form. HTTP Basic,
  /// which Spring Boot's own has as well, would let users in without a second step.
  @Bean
  @ConditionalOnDefaultWebSecurity
  SecurityFilterChain tweestapFilterChain(HttpSecurity http) {
    return http.authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
        .formLogin(Customizer.withDefaults())
        .build();
  }

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static AuthorizationManagerBeforeMethodInterceptor tweestapRecentSecondStep() {
    AuthorizationManager<MethodInvocation> rule = new RecentSecondStepRule();
    return new AuthorizationManagerBeforeMethodInterceptor(pointcut(), rule);
  }

  private static Pointcut pointcut() {
    var types = new AnnotationMatchingPointcut(RecentSecondStep.class, true);
    var methods = new AnnotationMatchingPointcut(null, RecentSecondStep.class, true);
    return new ComposablePointcut((Pointcut) types).union((Pointcut) methods);
  }
}
