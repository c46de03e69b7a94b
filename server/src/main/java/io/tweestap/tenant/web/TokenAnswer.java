package io.tweestap.tenant.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What the token endpoint decided.
sealed interface TokenAnswer {
  /// The body of RFC 6749 section 5.1.
  record Granted(String accessToken, String tokenType, long expiresIn, String scope)
      implements TokenAnswer {
    @Override
    public String toString() {
      return "Granted[" + scope + "]";
    }
  }

  /// Why there is no token.
  record Refused(OAuthError error, String description) implements TokenAnswer {}

  /// The body of RFC 6749 section 5.2.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ErrorBody(String error, @Nullable String errorDescription) {}
}
