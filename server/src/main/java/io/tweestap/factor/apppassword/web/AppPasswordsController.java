package io.tweestap.factor.apppassword.web;

import io.tweestap.audit.Actor;
import io.tweestap.factor.apppassword.AppPassword;
import io.tweestap.factor.apppassword.AppPasswords;
import io.tweestap.factor.apppassword.MakeOutcome;
import io.tweestap.factor.apppassword.VerifyAppPassword;
import io.tweestap.factor.apppassword.VerifyOutcome;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.user.User;
import io.tweestap.user.UserRef;
import io.tweestap.user.Users;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/users/{ref}/app-passwords` for the application, `/v1/app-passwords/verify` for the services
/// that are given one.
@RestController
class AppPasswordsController {
  private static final String OF_USER = "/v1/users/{ref}/app-passwords";

  private final AppPasswords passwords;
  private final VerifyAppPassword verify;
  private final Users users;

  AppPasswordsController(AppPasswords passwords, VerifyAppPassword verify, Users users) {
    this.passwords = passwords;
    this.verify = verify;
    this.users = users;
  }

  @PostMapping(OF_USER)
  @RequiresScope(Scope.FACTORS_WRITE)
  @ResponseStatus(HttpStatus.CREATED)
  AppPasswordViews.Shown make(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @RequestBody MakeBody body) {
    User user = user(caller, ref);
    return switch (passwords.make(caller.tenant(), user, body.read(), actor(caller))) {
      case MakeOutcome.Made(AppPassword made, String secret) ->
          AppPasswordViews.Shown.of(made, secret);
      case MakeOutcome.ProofTooOld() ->
          throw Problem.of(
              ProblemCode.PROOF_TOO_OLD,
              "An app password is made within ten minutes of password and second factor."
                  + " Ask for both again.");
      case MakeOutcome.ExpiresTooEarly() ->
          throw Fields.invalid("expires_at", "must lie in the future");
      case MakeOutcome.TooMany() ->
          throw Problem.of(
              ProblemCode.LIMIT_REACHED,
              "A user has at most " + AppPasswords.MAX_PER_USER + " app passwords.");
      case MakeOutcome.UserNotActive() ->
          throw Problem.of(ProblemCode.USER_NOT_ACTIVE, "The user is suspended or closed.");
    };
  }

  @GetMapping(OF_USER)
  @RequiresScope(Scope.FACTORS_READ)
  AppPasswordViews.Listed list(@AuthenticationPrincipal Caller caller, @PathVariable String ref) {
    return new AppPasswordViews.Listed(
        passwords.of(caller.tenant(), user(caller, ref).id()).stream()
            .map(AppPasswordViews.Shown::of)
            .toList());
  }

  @DeleteMapping(OF_USER + "/{id}")
  @RequiresScope(Scope.FACTORS_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(
      @AuthenticationPrincipal Caller caller, @PathVariable String ref, @PathVariable UUID id) {
    User user = user(caller, ref);
    if (passwords.revoke(caller.tenant(), user, id, actor(caller)).isEmpty()) {
      throw Problem.of(ProblemCode.NOT_FOUND, "The user has no app password with this id.");
    }
  }

  @DeleteMapping(OF_USER)
  @RequiresScope(Scope.FACTORS_WRITE)
  AppPasswordViews.Revoked revokeAll(
      @AuthenticationPrincipal Caller caller, @PathVariable String ref) {
    User user = user(caller, ref);
    return new AppPasswordViews.Revoked(
        passwords.revokeAll(caller.tenant(), user.id(), "asked", actor(caller)));
  }

  @PostMapping("/v1/app-passwords/verify")
  @RequiresScope(Scope.APP_PASSWORDS_VERIFY)
  AppPasswordViews.Verified verify(
      @AuthenticationPrincipal Caller caller, @RequestBody VerifyBody body) {
    return switch (verify.verify(caller.tenant(), body.read(), actor(caller))) {
      case VerifyOutcome.Valid(UserRef user, AppPassword password) ->
          new AppPasswordViews.Verified(true, user.value(), password.id(), password.device());
      case VerifyOutcome.NotValid() -> AppPasswordViews.Verified.NOT_VALID;
    };
  }

  private User user(Caller caller, String ref) {
    return Optional.of(ref)
        .filter(UserRef::fits)
        .map(UserRef::new)
        .flatMap(known -> users.find(caller.tenant(), known))
        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, "There is no such user."));
  }

  private static String actor(Caller caller) {
    return Actor.client(caller.clientId());
  }
}
