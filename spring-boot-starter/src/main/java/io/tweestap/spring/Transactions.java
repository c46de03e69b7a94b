package io.tweestap.spring;

import io.tweestap.client.TransactionDetails;
import io.tweestap.client.TweestapException;
import io.tweestap.client.login.Login;
import io.tweestap.client.login.LoginResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.web.util.WebUtils;

/// Has the user confirm what is about to be paid to whom, with the second factor. What was
/// confirmed stays in the session: the browser cannot change it on the way.
///
/// ```java
/// @PostMapping("/pay")
/// void pay(Authentication user, HttpServletRequest request, HttpServletResponse response)
///     throws IOException {
///   TransactionDetails details = TransactionDetails.of("49.95", "EUR", "Jansen Fietsen");
///   transactions.ask(request, response, user, details, "/paid");
/// }
///
/// @GetMapping("/paid")
/// String paid(HttpServletRequest request) {
///   return switch (transactions.take(request)) {
///     case Confirmation.Confirmed(TransactionDetails details) -> "paid " + details.payee();
///     case Confirmation.NotConfirmed() -> "not paid";
///   };
/// }
/// ```
public final class Transactions {
  private static final String NAME = Transactions.class.getName();

  private final SecondSteps steps;
  private final Unavailable unavailable;

  Transactions(SecondSteps steps, Unavailable unavailable) {
    this.steps = steps;
    this.unavailable = unavailable;
  }

  /// Sends the browser to be asked. The response is written by this.
  ///
  /// @param next path below the context path at which [#take] is asked afterwards
  public void ask(
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication user,
      TransactionDetails details,
      String next)
      throws IOException {
    if (!next.startsWith("/") || next.startsWith("//") || next.contains("\\")) {
      throw new IllegalArgumentException("a path of this application is wanted");
    }
    request.getSession().removeAttribute(NAME);
    try {
      switch (steps.transaction(request, response, user, details, next)) {
        case Begun.Away(String url) -> response.sendRedirect(url);
        // A policy may leave payments out; whoever asks for a confirmation wants one all the same.
        case Begun.Passed(Login login, LoginResult result) when !result.amr().contains("mfa") ->
            response.sendRedirect(request.getContextPath() + next);
        case Begun.Passed(Login login, LoginResult result) -> {
          request.getSession().setAttribute(NAME, details);
          response.sendRedirect(request.getContextPath() + next);
        }
        case Begun.Refused(String why) -> response.sendRedirect(request.getContextPath() + next);
      }
    } catch (TweestapException e) {
      unavailable.write(request, response, e);
    }
  }

  /// What was confirmed, once.
  public Confirmation take(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return new Confirmation.NotConfirmed();
    }
    synchronized (WebUtils.getSessionMutex(session)) {
      Object kept = session.getAttribute(NAME);
      session.removeAttribute(NAME);
      return kept instanceof TransactionDetails details
          ? new Confirmation.Confirmed(details)
          : new Confirmation.NotConfirmed();
    }
  }

  static void confirmed(HttpServletRequest request, Pending pending) {
    request.getSession().setAttribute(NAME, pending.details());
  }
}
