package io.tweestap.tenant.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `POST /oauth2/token` (RFC 6749). Its errors have the form of that standard rather than of the
/// other endpoints, because OAuth clients expect it.
@RestController
class TokenEndpoint {
  private final TokenRequests requests;

  TokenEndpoint(TokenRequests requests) {
    this.requests = requests;
  }

  @PostMapping("/oauth2/token")
  ResponseEntity<?> token(HttpServletRequest request) throws IOException {
    TokenAnswer answer =
        form(request)
            .map(form -> requests.decide(form, request.getHeader(HttpHeaders.AUTHORIZATION)))
            .orElseGet(() ->
                new TokenAnswer.Refused(
                    OAuthError.INVALID_REQUEST,
                    "Send a form (application/x-www-form-urlencoded), each parameter once."));
    return switch (answer) {
      case TokenAnswer.Granted granted -> uncached(ResponseEntity.ok()).body(granted);
      case TokenAnswer.Refused refused -> error(refused);
    };
  }

  private static ResponseEntity<TokenAnswer.ErrorBody> error(TokenAnswer.Refused refused) {
    ResponseEntity.BodyBuilder builder = uncached(ResponseEntity.status(refused.error().status()));
    if (refused.error() == OAuthError.INVALID_CLIENT) {
      builder.header(HttpHeaders.WWW_AUTHENTICATE, Challenges.BASIC);
    }
    return builder.body(new TokenAnswer.ErrorBody(refused.error().text(), refused.description()));
  }

  private static ResponseEntity.BodyBuilder uncached(ResponseEntity.BodyBuilder builder) {
    return builder
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.PRAGMA, "no-cache");
  }

  /// Reads the body itself: the servlet's own parameters would mix in those of the address.
  private static Optional<TokenForm> form(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type == null
        || !type.strip()
            .toLowerCase(Locale.ROOT)
            .startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
      return Optional.empty();
    }
    byte[] body = request.getInputStream().readAllBytes();
    return TokenForm.parse(new String(body, StandardCharsets.UTF_8));
  }
}
