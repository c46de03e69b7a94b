package io.tweestap.audit;

import io.tweestap.tenant.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Who is doing the present thing, and from where. For the record only: what may be done is decided
/// by whom the caller says it is in the call itself.
@Component
class PresentRequest {
  private final boolean serving;

  PresentRequest(@Value("${tweestap.serving:true}") boolean serving) {
    this.serving = serving;
  }

  String actor() {
    if (!serving) {
      return Actor.OPERATOR;
    }
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof Caller caller
        ? Actor.client(caller.clientId())
        : Actor.SYSTEM;
  }

  /// The address of the machine that called; behind a trusted proxy the one that it passed on.
  Optional<String> source() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present
        ? Optional.of(present.getRequest()).map(HttpServletRequest::getRemoteAddr)
        : Optional.empty();
  }
}
