package io.tweestap.tenant.web;

import static io.tweestap.tenant.web.OAuthError.INVALID_CLIENT;
import static io.tweestap.tenant.web.OAuthError.INVALID_REQUEST;
import static io.tweestap.tenant.web.OAuthError.INVALID_SCOPE;
import static io.tweestap.tenant.web.OAuthError.UNSUPPORTED_GRANT_TYPE;

import io.tweestap.tenant.AccessTokens;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.Clients;
import io.tweestap.tenant.Scope;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Decides token requests: the client credentials grant (RFC 6749 section 4.4), with the client's
/// secret in HTTP Basic or in the form (section 2.3.1), but not in both.
@Component
class TokenRequests {
  private static final String GRANT = "client_credentials";

  private final Clients clients;
  private final AccessTokens tokens;

  TokenRequests(Clients clients, AccessTokens tokens) {
    this.clients = clients;
    this.tokens = tokens;
  }

  TokenAnswer decide(TokenForm form, @Nullable String authorization) {
    if (authorization != null && form.get("client_secret").isPresent()) {
      return new TokenAnswer.Refused(
          INVALID_REQUEST, "Send the secret in the header or in the form, not in both.");
    }
    Optional<String> grant = form.get("grant_type");
    if (grant.isEmpty()) {
      return new TokenAnswer.Refused(INVALID_REQUEST, "Send grant_type=client_credentials.");
    }
    if (!grant.get().equals(GRANT)) {
      return new TokenAnswer.Refused(
          UNSUPPORTED_GRANT_TYPE, "The only grant type is client_credentials.");
    }
    return credentials(form, authorization)
        .flatMap(pair -> clients.authenticate(pair.clientId(), pair.secret()))
        .map(caller -> grant(caller, form.get("scope")))
        .orElseGet(() ->
            new TokenAnswer.Refused(
                INVALID_CLIENT, "Client id and secret do not belong to an active client."));
  }

  private TokenAnswer grant(Caller caller, Optional<String> asked) {
    return asked
        .map(text -> subset(caller, text))
        .orElseGet(() -> Optional.of(caller.scopes()))
        .<TokenAnswer>map(scopes -> granted(caller, scopes))
        .orElseGet(() ->
            new TokenAnswer.Refused(
                INVALID_SCOPE, "The client does not have every scope that was asked for."));
  }

  private TokenAnswer.Granted granted(Caller caller, Set<Scope> scopes) {
    return new TokenAnswer.Granted(
        tokens.issue(new Caller(caller.tenant(), caller.clientId(), scopes)),
        "Bearer",
        AccessTokens.LIFETIME.toSeconds(),
        AccessTokens.text(scopes));
  }

  /// The scopes in the text; empty when the client lacks one of them.
  private static Optional<Set<Scope>> subset(Caller caller, String text) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : text.split(" ", -1)) {
      Optional<Scope> scope = Scope.of(word).filter(caller.scopes()::contains);
      if (scope.isEmpty()) {
        return Optional.empty();
      }
      scopes.add(scope.get());
    }
    return Optional.of(scopes);
  }

  private static Optional<BasicCredentials> credentials(
      TokenForm form, @Nullable String authorization) {
    if (authorization == null) {
      return form.get("client_id")
          .flatMap(id -> form.get("client_secret").map(secret -> new BasicCredentials(id, secret)));
    }
    return BasicCredentials.isBasic(authorization)
        ? BasicCredentials.parse(authorization).flatMap(TokenRequests::decoded)
        : Optional.empty();
  }

  /// In this header both parts are form-encoded first (RFC 6749 section 2.3.1).
  private static Optional<BasicCredentials> decoded(BasicCredentials pair) {
    return TokenForm.decoded(pair.clientId())
        .flatMap(
            id -> TokenForm.decoded(pair.secret()).map(secret -> new BasicCredentials(id, secret)));
  }
}
