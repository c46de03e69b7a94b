package io.tweestap.spring;

import io.tweestap.client.login.Login;
import io.tweestap.client.login.LoginResult;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// For an application that asks for the second step on a page of its own (`tweestap.page`), with
/// the client's `logins()`: which login this browser is at, and what to do when it has passed.
///
/// ```java
/// UUID login = ownPage.login(request).orElseThrow();
/// switch (tweestap.logins().answer(login, LoginAnswer.of(factor, code))) {
///   case AnswerOutcome.Passed(Login passed, LoginResult result) ->
///       ownPage.passed(request, response, passed, result);
///   case AnswerOutcome other -> show(other);
/// }
/// ```
public final class OwnPage {
  private static final FilterChain END = (request, response) -> {};

  private final SecondSteps steps;

  OwnPage(SecondSteps steps) {
    this.steps = steps;
  }

  /// The login that this browser's session has begun. Empty when there is none: back to the login
  /// page.
  public Optional<UUID> login(HttpServletRequest request) {
    return Pending.find(request).map(Pending::login);
  }

  /// Logs the user in, or lets a transaction go on, and sends the browser there: the response is
  /// written by this.
  ///
  /// @throws IllegalStateException when it is not the login of this session
  public void passed(
      HttpServletRequest request, HttpServletResponse response, Login login, LoginResult result)
      throws IOException, ServletException {
    Pending pending =
        Pending.find(request)
            .filter(it -> it.login().equals(login.id()))
            .orElseThrow(() -> new IllegalStateException("not the login of this session"));
    Pending.forget(request);
    steps.keepBrowser(login, response);
    SecondStepFilter filter = SecondStepFilter.of(request);
    switch (pending.kind()) {
      case LOGIN ->
          filter.succeed(
              request,
              response,
              END,
              filter.proven(request, pending.authentication(), login, result));
      case STEP_UP -> {
        Authentication present = present(pending);
        steps.endFurtherSession(present.getName(), result);
        filter.succeed(request, response, END, filter.upgraded(request, present, result));
      }
      case TRANSACTION -> {
        present(pending);
        Transactions.confirmed(request, pending);
        response.sendRedirect(request.getContextPath() + pending.next());
      }
    }
  }

  private static Authentication present(Pending pending) {
    return SecondStepFilter.present(
        pending, SecurityContextHolder.getContext().getAuthentication());
  }
}
