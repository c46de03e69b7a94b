package io.tweestap.spring;

import io.tweestap.client.TweestapException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The page that says that nobody can log in just now.
final class Unavailable {
  private static final Logger LOG = LoggerFactory.getLogger(Unavailable.class);

  private final String back;

  /// @param back where to try again, below the context path
  Unavailable(String back) {
    this.back = back;
  }

  /// Says so to the user, and why to the log.
  void write(HttpServletRequest request, HttpServletResponse response, TweestapException why)
      throws IOException {
    LOG.error("the second step is not available: {}", why.getMessage());
    response.setHeader("Retry-After", "60");
    int status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    PlainPage.write(request, response, status, "unavailable", request.getContextPath() + back);
  }
}
