package io.tweestap.login.web;

import io.tweestap.audit.Actor;
import io.tweestap.login.UserEndings;
import io.tweestap.login.session.Sessions;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/sessions` and `/v1/users/{ref}/sessions`: is somebody still logged in, and ending it.
@RestController
class SessionsController {
  private final Sessions sessions;
  private final UserEndings endings;
  private final UsersOf users;

  SessionsController(Sessions sessions, UserEndings endings, UsersOf users) {
    this.sessions = sessions;
    this.endings = endings;
    this.users = users;
  }

  @PostMapping("/v1/sessions/{id}/touch")
  @RequiresScope(Scope.LOGINS_WRITE)
  SessionView touch(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return sessions
        .touch(caller.tenant(), id)
        .map(SessionView::of)
        .orElseThrow(SessionsController::notFound);
  }

  @GetMapping("/v1/users/{ref}/sessions")
  @RequiresScope(Scope.LOGINS_READ)
  Page<SessionView> list(@AuthenticationPrincipal Caller caller, @PathVariable String ref) {
    User user = users.named(caller.tenant(), ref);
    return new Page<>(
        sessions.list(caller.tenant(), user.id()).stream().map(SessionView::of).toList(), null);
  }

  @DeleteMapping("/v1/users/{ref}/sessions/{id}")
  @RequiresScope(Scope.LOGINS_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(
      @AuthenticationPrincipal Caller caller, @PathVariable String ref, @PathVariable UUID id) {
    User user = users.named(caller.tenant(), ref);
    if (!endings.endSession(caller.tenant(), user, id, Actor.client(caller.clientId()))) {
      throw notFound();
    }
  }

  @DeleteMapping("/v1/users/{ref}/sessions")
  @RequiresScope(Scope.LOGINS_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endAll(@AuthenticationPrincipal Caller caller, @PathVariable String ref) {
    User user = users.named(caller.tenant(), ref);
    endings.endSessions(caller.tenant(), user, Actor.client(caller.clientId()));
  }

  private static Problem notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such session, or it is over.");
  }
}
