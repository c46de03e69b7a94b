package io.tweestap.spring;

import io.tweestap.client.TweestapException;
import io.tweestap.client.TweestapUnavailable;
import io.tweestap.client.login.Login;
import io.tweestap.client.login.LoginResult;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/// What happens when a form login has accepted the password: the user is not logged in, but sent to
/// the second step.
final class PasswordAccepted implements AuthenticationSuccessHandler {
  private static final Logger LOG = LoggerFactory.getLogger(PasswordAccepted.class);

  /// Nothing comes after the answer.
  private static final FilterChain END = (request, response) -> {};

  private final SecondSteps steps;
  private final Unavailable unavailable;
  private final WhenUnavailable whenUnavailable;

  PasswordAccepted(SecondSteps steps, Unavailable unavailable, WhenUnavailable whenUnavailable) {
    this.steps = steps;
    this.unavailable = unavailable;
    this.whenUnavailable = whenUnavailable;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication user)
      throws IOException, ServletException {
    SecurityContextHolder.clearContext();
    SecondStepFilter filter = SecondStepFilter.of(request);
    Begun begun;
    try {
      begun = steps.login(request, response, user);
    } catch (TweestapUnavailable e) {
      withoutTweestap(request, response, user, e);
      return;
    } catch (TweestapException e) {
      unavailable.write(request, response, e);
      return;
    }
    switch (begun) {
      case Begun.Passed(Login login, LoginResult result) ->
          filter.succeed(request, response, END, filter.proven(request, user, login, result));
      case Begun.Away(String url) -> response.sendRedirect(url);
      case Begun.Refused(String why) -> filter.refuse(request, response, why);
    }
  }

  private void withoutTweestap(
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication user,
      TweestapUnavailable e)
      throws IOException, ServletException {
    switch (whenUnavailable) {
      case CLOSED -> unavailable.write(request, response, e);
      case OPEN -> {
        LOG.warn("Tweestap cannot be reached; a user is let in by the password alone", e);
        SecondStepFilter.of(request).succeed(request, response, END, user);
      }
    }
  }
}
