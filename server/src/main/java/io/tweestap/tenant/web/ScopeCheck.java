package io.tweestap.tenant.web;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets a caller through to an endpoint only with the scope that the endpoint asks for. An endpoint
/// that asks for none was forgotten, and is refused to everybody.
final class ScopeCheck implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod endpoint)) {
      return true;
    }
    RequiresScope required = endpoint.getMethod().getAnnotation(RequiresScope.class);
    if (required == null) {
      throw Problem.of(ProblemCode.WRONG_SCOPE, "No credentials open this endpoint.");
    }
    if (!allowed(required.value())) {
      throw missing(required.value());
    }
    return true;
  }

  private static boolean allowed(Scope scope) {
    @Nullable Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null
        && who.getPrincipal() instanceof Caller caller
        && caller.scopes().contains(scope);
  }

  private static Problem missing(Scope scope) {
    Problem problem =
        Problem.of(
            ProblemCode.WRONG_SCOPE,
            "Use credentials with the scope " + scope.text() + ".",
            Map.of("scope", scope.text()));
    problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, Challenges.missingScope(scope));
    return problem;
  }
}
