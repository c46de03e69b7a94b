package io.tweestap.web;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.shared.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a request in only when it came over TLS: to this program, or to a proxy that is configured
/// as trusted and says so. Plain HTTP passes from this machine itself, and in embedded mode from
/// others where that is switched on.
///
/// Forwarding headers of anybody else are hidden from the rest of the program, and they never make
/// a request more trusted: a plain request from this machine that carries them is refused, because
/// it came through a proxy that nobody configured.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class TransportFilter extends OncePerRequestFilter {
  private static final String ADVICE =
      "Use https. If a proxy ends TLS, add its address to tweestap.web.trusted-proxies"
          + " and let it set X-Forwarded-Proto.";
  private static final String ADVICE_EMBEDDED =
      ADVICE + " In a network where nobody listens, set tweestap.web.plain-http.";

  private final WebProperties properties;
  private final boolean embedded;
  private final ProblemWriter problems;

  TransportFilter(
      WebProperties properties,
      @Value("${tweestap.embedded:false}") boolean embedded,
      ProblemWriter problems) {
    this.properties = properties;
    this.embedded = embedded;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean forwarded = ForwardedRequest.isForwarded(request);
    HttpServletRequest seen = forwarded ? seen(request) : request;
    if (seen.isSecure() || fromOthers() || (!forwarded && fromThisMachine(request))) {
      chain.doFilter(seen, response);
    } else {
      String advice = embedded ? ADVICE_EMBEDDED : ADVICE;
      problems.write(response, Problem.body(ProblemCode.HTTPS_REQUIRED, advice, Map.of()));
    }
  }

  private boolean fromOthers() {
    return embedded && properties.plainHttp();
  }

  private HttpServletRequest seen(HttpServletRequest request) {
    return properties.trusts(request.getRemoteAddr())
        ? ForwardedRequest.behindProxy(request, properties)
        : ForwardedRequest.withoutHeaders(request);
  }

  private static boolean fromThisMachine(HttpServletRequest request) {
    return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
  }
}
