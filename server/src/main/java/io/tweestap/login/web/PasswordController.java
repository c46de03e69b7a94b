package io.tweestap.login.web;

import io.tweestap.audit.Actor;
import io.tweestap.login.UserEndings;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/users/{ref}/password-changed`: the application, which keeps the passwords, says that one
/// was changed.
@RestController
class PasswordController {
  private final UserEndings endings;
  private final UsersOf users;

  PasswordController(UserEndings endings, UsersOf users) {
    this.endings = endings;
    this.users = users;
  }

  @PostMapping("/v1/users/{ref}/password-changed")
  @RequiresScope(Scope.LOGINS_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changed(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @RequestBody(required = false) @Nullable PasswordChangedBody body) {
    endings.passwordChanged(
        caller.tenant(),
        users.named(caller.tenant(), ref),
        PasswordChangedBody.kept(body),
        Actor.client(caller.clientId()));
  }
}
