package io.tweestap.tenant.web;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.shared.web.ProblemWriter;
import io.tweestap.tenant.AccessTokens;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.Clients;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who calls: by bearer token or by a key pair (HTTP Basic). Wrong credentials end the
/// request here, all with the same answer; a request without any goes on, and is stopped later
/// unless the path is public.
final class CallerFilter extends OncePerRequestFilter {
  private static final String BEARER = "bearer ";

  private final AccessTokens tokens;
  private final Clients clients;
  private final ProblemWriter problems;

  CallerFilter(AccessTokens tokens, Clients clients, ProblemWriter problems) {
    this.tokens = tokens;
    this.clients = clients;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // The token endpoint reads credentials itself, in the form that RFC 6749 gives them.
    return !request.getRequestURI().startsWith("/v1");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Caller> caller = caller(header);
    if (caller.isPresent()) {
      SecurityContextHolder.setContext(
          new SecurityContextImpl(new CallerAuthentication(caller.get())));
      chain.doFilter(request, response);
    } else {
      Challenges.wrongCredentials(response);
      problems.write(
          response,
          Problem.body(
              ProblemCode.UNAUTHENTICATED,
              "Get a new token from POST /oauth2/token, or check client id and secret.",
              Map.of()));
    }
  }

  private Optional<Caller> caller(String header) {
    if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return tokens.verify(header.substring(BEARER.length()).strip());
    }
    return BasicCredentials.isBasic(header)
        ? BasicCredentials.parse(header)
            .flatMap(pair -> clients.authenticateOften(pair.clientId(), pair.secret()))
        : Optional.empty();
  }
}
