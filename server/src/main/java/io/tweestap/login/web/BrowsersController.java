package io.tweestap.login.web;

import io.tweestap.audit.Actor;
import io.tweestap.login.UserEndings;
import io.tweestap.login.browser.Browsers;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.user.User;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/users/{ref}/browsers`: which browsers are remembered, and forgetting them.
@RestController
@RequestMapping("/v1/users/{ref}/browsers")
class BrowsersController {
  private final Browsers browsers;
  private final UserEndings endings;
  private final UsersOf users;

  BrowsersController(Browsers browsers, UserEndings endings, UsersOf users) {
    this.browsers = browsers;
    this.endings = endings;
    this.users = users;
  }

  @GetMapping
  @RequiresScope(Scope.LOGINS_READ)
  Page<BrowserView> list(@AuthenticationPrincipal Caller caller, @PathVariable String ref) {
    User user = users.named(caller.tenant(), ref);
    return new Page<>(
        browsers.list(caller.tenant(), user.id()).stream().map(BrowserView::of).toList(), null);
  }

  @DeleteMapping("/{id}")
  @RequiresScope(Scope.LOGINS_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(
      @AuthenticationPrincipal Caller caller, @PathVariable String ref, @PathVariable UUID id) {
    User user = users.named(caller.tenant(), ref);
    if (!endings.forgetBrowser(caller.tenant(), user, id, Actor.client(caller.clientId()))) {
      throw Problem.of(ProblemCode.NOT_FOUND, "There is no such browser.");
    }
  }

  @DeleteMapping
  @RequiresScope(Scope.LOGINS_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forgetAll(@AuthenticationPrincipal Caller caller, @PathVariable String ref) {
    endings.forgetBrowsers(
        caller.tenant(), users.named(caller.tenant(), ref), Actor.client(caller.clientId()));
  }
}
