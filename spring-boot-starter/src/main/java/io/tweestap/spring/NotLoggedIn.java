package io.tweestap.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/// The page for whoever did not get through the second step, unless the application has one of its
/// own. The login page would say that the password was wrong, which it was not.
final class NotLoggedIn implements AuthenticationFailureHandler {
  private final String back;

  /// @param back where to begin again, below the context path
  NotLoggedIn(String back) {
    this.back = back;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    boolean refused = why instanceof SecondStepException said && said.isRefused();
    PlainPage.write(
        request,
        response,
        HttpServletResponse.SC_FORBIDDEN,
        refused ? "refused" : "unfinished",
        request.getContextPath() + back);
  }
}
