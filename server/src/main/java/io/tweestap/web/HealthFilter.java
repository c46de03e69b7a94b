package io.tweestap.web;

import io.tweestap.database.DatabaseWatch;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// Answers `GET /health` to balancers, before all that asks for TLS or credentials: 200 while
/// requests may come, 503 once the program was told to stop. From then on each other answer closes
/// its connection, so that none is left when listening ends.
///
/// A database that is away is told in the body and leaves the status at 200: it is away for every
/// node, and the API's own answer says when to come again, which a balancer's does not.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HealthFilter extends OncePerRequestFilter {
  private static final String PATH = "/health";

  private final Draining draining;
  private final DatabaseWatch database;
  private final JsonMapper json;

  HealthFilter(Draining draining, DatabaseWatch database, JsonMapper json) {
    this.draining = draining;
    this.database = database;
    this.json = json;
  }

  /// @param status `up` or `stopping`
  /// @param database `up` or `away`
  record Health(String status, String database) {}

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean stopping = draining.hasBegun();
    if (stopping) {
      response.setHeader(HttpHeaders.CONNECTION, "close");
    }
    if (request.getMethod().equals("GET") && request.getRequestURI().equals(PATH)) {
      answer(response, stopping);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void answer(HttpServletResponse response, boolean stopping) throws IOException {
    byte[] body =
        json.writeValueAsBytes(
            new Health(stopping ? "stopping" : "up", database.answers() ? "up" : "away"));
    response.setStatus(
        stopping ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_OK);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
