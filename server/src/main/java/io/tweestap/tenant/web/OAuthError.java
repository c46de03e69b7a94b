package io.tweestap.tenant.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/// The errors of the token endpoint (RFC 6749 section 5.2) that this grant can have.
enum OAuthError {
  INVALID_REQUEST(HttpStatus.BAD_REQUEST),
  INVALID_CLIENT(HttpStatus.UNAUTHORIZED),
  UNSUPPORTED_GRANT_TYPE(HttpStatus.BAD_REQUEST),
  INVALID_SCOPE(HttpStatus.BAD_REQUEST);

  private final HttpStatus status;

  OAuthError(HttpStatus status) {
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }

  /// As it stands in an answer: `invalid_client`.
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
