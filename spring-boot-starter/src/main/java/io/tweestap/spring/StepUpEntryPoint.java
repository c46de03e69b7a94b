package io.tweestap.spring;

import io.tweestap.client.TweestapException;
import io.tweestap.client.login.Login;
import io.tweestap.client.login.LoginResult;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;

/// Asks somebody who is logged in for the second step again, because what was asked for needs a
/// more recent one. It is always closed without Tweestap: nothing was proven.
final class StepUpEntryPoint implements AuthenticationEntryPoint {
  private static final FilterChain END = (request, response) -> {};

  private final SecondSteps steps;
  private final Unavailable unavailable;

  StepUpEntryPoint(SecondSteps steps, Unavailable unavailable) {
    this.steps = steps;
    this.unavailable = unavailable;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException, ServletException {
    Authentication user = SecurityContextHolder.getContext().getAuthentication();
    if (SecondStep.of(user).isEmpty() || user == null) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    try {
      ask(request, response, user);
    } catch (TweestapException e) {
      unavailable.write(request, response, e);
    }
  }

  private void ask(HttpServletRequest request, HttpServletResponse response, Authentication user)
      throws IOException, ServletException {
    switch (steps.again(request, response, user)) {
      case Begun.Away(String url) -> response.sendRedirect(url);
      // Passed without proving anything now would lead here again and again.
      case Begun.Passed(Login login, LoginResult result) when !result.amr().contains("mfa") ->
          response.sendError(HttpServletResponse.SC_FORBIDDEN);
      case Begun.Passed(Login login, LoginResult result) -> {
        SecondStepFilter filter = SecondStepFilter.of(request);
        filter.succeed(request, response, END, filter.upgraded(request, user, result));
      }
      case Begun.Refused(String ignored) -> response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
