package io.tweestap.web;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Catches what a filter throws: the exception handler sees only what endpoints throw.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnexpectedErrorFilter extends OncePerRequestFilter {
  private final UnexpectedErrors unexpected;
  private final ProblemWriter problems;

  UnexpectedErrorFilter(UnexpectedErrors unexpected, ProblemWriter problems) {
    this.unexpected = unexpected;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException e) {
      Problem problem = unexpected.problem(e);
      if (!response.isCommitted()) {
        response.reset();
        problem.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        problems.write(response, problem.getBody());
      }
    }
  }
}
