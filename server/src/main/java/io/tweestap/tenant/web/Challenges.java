package io.tweestap.tenant.web;

import io.tweestap.tenant.Scope;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/// The header `WWW-Authenticate`: how to log in (RFC 6750 section 3, RFC 7617 section 2).
final class Challenges {
  static final String BASIC = "Basic realm=\"tweestap\", charset=\"UTF-8\"";

  private static final String BEARER = "Bearer realm=\"tweestap\"";

  private Challenges() {}

  static void noCredentials(HttpServletResponse response) {
    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER);
    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC);
  }

  static void wrongCredentials(HttpServletResponse response) {
    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER + ", error=\"invalid_token\"");
    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC);
  }

  static String missingScope(Scope scope) {
    return BEARER + ", error=\"insufficient_scope\", scope=\"" + scope.text() + "\"";
  }
}
