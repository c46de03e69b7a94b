package io.tweestap.user.web;

import io.tweestap.idempotency.web.Idempotent;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.user.StateOutcome;
import io.tweestap.user.User;
import io.tweestap.user.UserRef;
import io.tweestap.user.Users;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/users/{ref}/...`: staff suspends, resumes or closes a user, or moves the deadline.
@RestController
@RequestMapping("/v1/users/{ref}")
class UserStateController {
  private final Users users;
  private final UserViews views;
  private final Idempotent idempotent;

  UserStateController(Users users, UserViews views, Idempotent idempotent) {
    this.users = users;
    this.views = views;
    this.idempotent = idempotent;
  }

  private interface Move {
    StateOutcome of(TenantId tenant, UserRef ref, String actor, String reason);
  }

  @PostMapping("/suspend")
  @RequiresScope(Scope.USERS_WRITE)
  ResponseEntity<?> suspend(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @RequestBody(required = false) @Nullable StaffBody body,
      HttpServletRequest request) {
    return move(caller, ref, body, request, users::suspend);
  }

  @PostMapping("/resume")
  @RequiresScope(Scope.USERS_WRITE)
  ResponseEntity<?> resume(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @RequestBody(required = false) @Nullable StaffBody body,
      HttpServletRequest request) {
    return move(caller, ref, body, request, users::resume);
  }

  @PostMapping("/close")
  @RequiresScope(Scope.USERS_WRITE)
  ResponseEntity<?> close(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @RequestBody(required = false) @Nullable StaffBody body,
      HttpServletRequest request) {
    return move(caller, ref, body, request, users::close);
  }

  private ResponseEntity<?> move(
      Caller caller, String ref, @Nullable StaffBody given, HttpServletRequest request, Move move) {
    StaffBody body = StaffBody.of(given);
    return idempotent.answer(
        caller,
        request,
        body,
        HttpStatus.OK,
        () ->
            shown(
                caller, move.of(caller.tenant(), ref(ref), body.actor(caller), body.readReason())));
  }

  @PostMapping("/deadline")
  @RequiresScope(Scope.USERS_WRITE)
  ResponseEntity<?> deadline(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @RequestBody DeadlineBody body,
      HttpServletRequest request) {
    UsersController.find(users, caller, ref);
    return idempotent.answer(
        caller,
        request,
        body,
        HttpStatus.OK,
        () ->
            shown(
                caller,
                users.moveDeadline(
                    caller.tenant(),
                    ref(ref),
                    body.readDate(),
                    body.actor(caller),
                    body.readReason())));
  }

  private static UserRef ref(String text) {
    if (!UserRef.fits(text)) {
      throw UserProblems.notFound();
    }
    return new UserRef(text);
  }

  private UserView shown(Caller caller, StateOutcome outcome) {
    return switch (outcome) {
      case StateOutcome.Done(User user) -> views.masked(caller.tenant(), user);
      case StateOutcome.Closed() -> throw UserProblems.closed();
      case StateOutcome.NotFound() -> throw UserProblems.notFound();
    };
  }
}
