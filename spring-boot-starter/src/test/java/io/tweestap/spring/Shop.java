package io.tweestap.spring;

import io.tweestap.client.TransactionDetails;
import io.tweestap.client.Tweestap;
import io.tweestap.client.login.AnswerOutcome;
import io.tweestap.client.login.Login;
import io.tweestap.client.login.LoginAnswer;
import io.tweestap.client.login.LoginResult;
import io.tweestap.testkit.ManualClock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// An application with the usual form login, which knows nothing of a second step in its own rules.
@SpringBootConfiguration
@EnableAutoConfiguration
class Shop {
  @Bean
  InMemoryUserDetailsManager people() {
    return new InMemoryUserDetailsManager(
        User.withUsername("anna").password("{noop}secret").roles("CUSTOMER").build(),
        User.withUsername("bob").password("{noop}secret").roles("CUSTOMER").build());
  }

  @Bean
  ManualClock clock() {
    return new ManualClock(Clock.systemUTC().instant());
  }

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http, ObjectProvider<AuthenticationSuccessHandler> ownHandler) {
    return http.authorizeHttpRequests(rules ->
            rules
                .requestMatchers("/public", "/second")
                .permitAll()
                .requestMatchers("/vault")
                .access(StepUp.within(Duration.ofMinutes(5)))
                .anyRequest()
                .authenticated())
        .formLogin(form -> ownHandler.ifAvailable(form::successHandler))
        .build();
  }

  /// Something whose methods ask for a recent second step.
  @Service
  static class Addresses {
    @RecentSecondStep(minutes = 5)
    public String change() {
      return "changed";
    }
  }

  /// The pages.
  @RestController
  static class Pages {
    private final Transactions transactions;
    private final Addresses addresses;

    Pages(Transactions transactions, Addresses addresses) {
      this.transactions = transactions;
      this.addresses = addresses;
    }

    @GetMapping("/me")
    String me(Authentication user, HttpServletRequest request) {
      return user.getName()
          + " "
          + SecondStep.of(user).map(step -> step.amr() + " " + step.acr()).orElse("none")
          + " "
          + user.getAuthorities().stream().map(GrantedAuthority::getAuthority).sorted().toList()
          + " idle "
          + request.getSession().getMaxInactiveInterval();
    }

    @GetMapping("/public")
    String open(Authentication user) {
      return user == null ? "nobody" : user.getName();
    }

    @GetMapping("/vault")
    String vault() {
      return "gold";
    }

    @GetMapping("/address")
    String address() {
      return addresses.change();
    }

    @PostMapping("/pay")
    void pay(Authentication user, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      TransactionDetails details = TransactionDetails.of("49.95", "EUR", "Jansen Fietsen");
      transactions.ask(request, response, user, details, "/paid");
    }

    @GetMapping("/paid")
    String paid(HttpServletRequest request) {
      return switch (transactions.take(request)) {
        case Confirmation.Confirmed(TransactionDetails details) -> "paid " + details.payee();
        case Confirmation.NotConfirmed() -> "not paid";
      };
    }
  }

  /// A page of the shop's own for the second step, where it is set up to have one.
  @RestController
  static class SecondPage {
    private final Tweestap tweestap;
    private final OwnPage ownPage;

    SecondPage(Tweestap tweestap, OwnPage ownPage) {
      this.tweestap = tweestap;
      this.ownPage = ownPage;
    }

    @GetMapping("/second")
    String ask(HttpServletRequest request) {
      return ownPage.login(request).map(login -> "code?").orElse("log in first");
    }

    @PostMapping("/second")
    void typed(
        @RequestParam UUID factor,
        @RequestParam String code,
        HttpServletRequest request,
        HttpServletResponse response)
        throws Exception {
      UUID login = ownPage.login(request).orElseThrow();
      switch (tweestap.logins().answer(login, LoginAnswer.of(factor, code))) {
        case AnswerOutcome.Passed(Login passed, LoginResult result) ->
            ownPage.passed(request, response, passed, result);
        case AnswerOutcome other -> show(response, other);
      }
    }

    private static void show(HttpServletResponse response, AnswerOutcome other) throws IOException {
      response.getWriter().write(other.toString());
    }
  }
}
