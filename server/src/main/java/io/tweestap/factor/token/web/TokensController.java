package io.tweestap.factor.token.web;

import io.tweestap.audit.Actor;
import io.tweestap.factor.By;
import io.tweestap.factor.token.HardwareToken;
import io.tweestap.factor.token.RetireOutcome;
import io.tweestap.factor.token.TokenImport;
import io.tweestap.factor.token.Tokens;
import io.tweestap.factor.token.file.FileContent;
import io.tweestap.factor.token.file.FileLine;
import io.tweestap.shared.Page;
import io.tweestap.shared.TenantId;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.user.User;
import io.tweestap.user.Users;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/tokens`: the tenant's hardware tokens. They are given to users where factors are begun.
@RestController
@RequestMapping("/v1/tokens")
class TokensController {
  private final Tokens tokens;
  private final TokenImport imports;
  private final Users users;
  private final Clock clock;

  TokensController(Tokens tokens, TokenImport imports, Users users, Clock clock) {
    this.tokens = tokens;
    this.imports = imports;
    this.users = users;
    this.clock = clock;
  }

  @PostMapping("/import")
  @RequiresScope(Scope.FACTORS_WRITE)
  ImportView take(@AuthenticationPrincipal Caller caller, @RequestBody ImportBody body) {
    Optional<String> batch = body.readBatch();
    By by = by(caller, body.staff());
    return switch (body.read(clock.instant())) {
      case FileContent.Lines(List<FileLine> lines) ->
          ImportView.of(imports.run(caller.tenant(), lines, batch, by));
      case FileContent.Unreadable(String code, String detail) ->
          throw Problem.of(
              ProblemCode.INVALID_FILE,
              "Nothing was imported: " + detail + ".",
              Map.of("reason", code));
    };
  }

  @GetMapping
  @RequiresScope(Scope.FACTORS_READ)
  Page<TokenView> list(@AuthenticationPrincipal Caller caller, TokenQuery query) {
    return tokens.list(caller.tenant(), query.read()).map(token -> view(caller.tenant(), token));
  }

  @GetMapping("/{id}")
  @RequiresScope(Scope.FACTORS_READ)
  TokenView get(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return tokens
        .find(caller.tenant(), id)
        .map(token -> view(caller.tenant(), token))
        .orElseThrow(TokensController::notFound);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RequiresScope(Scope.FACTORS_WRITE)
  void retire(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    switch (tokens.retire(caller.tenant(), id, by(caller, null))) {
      case RetireOutcome.Retired _ -> {}
      case RetireOutcome.InUse() ->
          throw Problem.of(
              ProblemCode.TOKEN_NOT_IN_STOCK,
              "A user has the token. Remove the factor on it first.");
      case RetireOutcome.NotFound() -> throw notFound();
    }
  }

  private static By by(Caller caller, @Nullable String staff) {
    String actor =
        staff == null || staff.isBlank()
            ? Actor.client(caller.clientId())
            : Actor.staff(staff, caller.clientId());
    return new By(actor, Optional.empty());
  }

  private TokenView view(TenantId tenant, HardwareToken token) {
    String user =
        token.user().flatMap(id -> users.find(tenant, id)).map(TokensController::ref).orElse(null);
    return TokenView.of(token, user, clock.instant());
  }

  private static String ref(User user) {
    return user.ref().value();
  }

  private static Problem notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no token with this id.");
  }
}
