package io.tweestap.web;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.shared.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses bodies over 64 KiB, over 1 MiB where a thousand recipients are taken and over 64 MiB
/// where whole files are: by their announced length at once, and those that announce none (chunked)
/// as soon as they grow past it.
///
/// The small limit holds wherever no larger one is named: an address may be written in many ways
/// (`/%6fauth2/token`), and none of them may lead past it.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class BodyLimitFilter extends OncePerRequestFilter {
  /// Largest body that the API reads.
  static final int MAX_BYTES = 64 * 1024;

  /// Largest file that the API takes, read as it arrives.
  static final int FILE_MAX_BYTES = 64 * 1024 * 1024;

  /// Largest batch of messages: a thousand recipients with a kilobyte each.
  static final int BATCH_MAX_BYTES = 1024 * 1024;

  private static final String BATCH = "/v1/messages";

  private static final Set<String> FILES =
      Set.of("/v1/users/import", "/v1/tokens/import", "/v1/factors/import");

  private final ProblemWriter problems;

  BodyLimitFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int max = max(request);
    long announced = request.getContentLengthLong();
    if (announced > max) {
      problems.write(response, problem(max).getBody());
    } else if (announced >= 0) {
      // The server itself ends such a body at the announced length.
      chain.doFilter(request, response);
    } else {
      chain.doFilter(new LimitedRequest(request, max), response);
    }
  }

  private static int max(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (path.equals(BATCH)) {
      return BATCH_MAX_BYTES;
    }
    return FILES.contains(path) ? FILE_MAX_BYTES : MAX_BYTES;
  }

  static Problem problem() {
    return problem(MAX_BYTES);
  }

  static Problem problem(int max) {
    return Problem.of(
        ProblemCode.BODY_TOO_LARGE, "Send at most " + max + " bytes.", Map.of("max_bytes", max));
  }
}
