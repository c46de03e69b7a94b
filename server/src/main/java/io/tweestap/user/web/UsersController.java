package io.tweestap.user.web;

import io.tweestap.audit.Actor;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.tenant.Tenants;
import io.tweestap.user.UpsertOutcome;
import io.tweestap.user.User;
import io.tweestap.user.UserExports;
import io.tweestap.user.UserRef;
import io.tweestap.user.UserWish;
import io.tweestap.user.Users;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// `/v1/users`: an application says who its users are, and sees, exports and erases them.
@RestController
@RequestMapping("/v1/users")
class UsersController {
  private final Users users;
  private final UserViews views;
  private final UserExports exports;
  private final WishReader reader;
  private final Tenants tenants;

  UsersController(
      Users users, UserViews views, UserExports exports, WishReader reader, Tenants tenants) {
    this.users = users;
    this.views = views;
    this.exports = exports;
    this.reader = reader;
    this.tenants = tenants;
  }

  @PutMapping("/{ref}")
  @RequiresScope(Scope.USERS_WRITE)
  ResponseEntity<UserView> put(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @RequestBody ObjectNode body) {
    return answer(caller, users.upsert(caller.tenant(), wish(caller, ref, body), actor(caller)));
  }

  @PatchMapping(
      path = "/{ref}",
      consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
  @RequiresScope(Scope.USERS_WRITE)
  ResponseEntity<UserView> patch(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @RequestBody ObjectNode body) {
    existing(caller, ref);
    return answer(caller, users.change(caller.tenant(), wish(caller, ref, body), actor(caller)));
  }

  private UserWish wish(Caller caller, String ref, ObjectNode body) {
    return reader.read(JsonUser.read(ref, body), tenants.get(caller.tenant()).settings());
  }

  private ResponseEntity<UserView> answer(Caller caller, UpsertOutcome outcome) {
    return switch (outcome) {
      case UpsertOutcome.Created(User user) ->
          ResponseEntity.status(HttpStatus.CREATED).body(views.masked(caller.tenant(), user));
      case UpsertOutcome.Changed(User user) ->
          ResponseEntity.ok(views.masked(caller.tenant(), user));
      case UpsertOutcome.Unchanged(User user) ->
          ResponseEntity.ok(views.masked(caller.tenant(), user));
      case UpsertOutcome.Closed() -> throw UserProblems.closed();
      case UpsertOutcome.NotFound() -> throw UserProblems.notFound();
    };
  }

  @GetMapping("/{ref}")
  @RequiresScope(Scope.USERS_READ)
  UserView get(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @RequestParam(defaultValue = "false") boolean reveal) {
    if (reveal) {
      requireReveal(caller);
    }
    User user = existing(caller, ref);
    if (!reveal) {
      return views.masked(caller.tenant(), user);
    }
    exports.revealed(caller.tenant(), user, actor(caller));
    return views.whole(caller.tenant(), user);
  }

  /// The scope is asked for here and not at the endpoint, since it depends on the query.
  private static void requireReveal(Caller caller) {
    if (!caller.scopes().contains(Scope.USERS_REVEAL)) {
      throw Problem.of(
          ProblemCode.WRONG_SCOPE,
          "Use credentials with the scope " + Scope.USERS_REVEAL.text() + ".",
          Map.of("scope", Scope.USERS_REVEAL.text()));
    }
  }

  @GetMapping
  @RequiresScope(Scope.USERS_READ)
  Page<UserView> list(@AuthenticationPrincipal Caller caller, ListQuery query) {
    return views.masked(caller.tenant(), users.list(caller.tenant(), query.read()));
  }

  @DeleteMapping("/{ref}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RequiresScope(Scope.USERS_WRITE)
  void erase(@AuthenticationPrincipal Caller caller, @PathVariable String ref) {
    if (!users.erase(caller.tenant(), existing(caller, ref).ref(), actor(caller))) {
      throw UserProblems.notFound();
    }
  }

  @GetMapping("/{ref}/export")
  @RequiresScope(Scope.USERS_REVEAL)
  ExportView export(@AuthenticationPrincipal Caller caller, @PathVariable String ref) {
    User user = existing(caller, ref);
    UserExports.Export export = exports.of(caller.tenant(), user, actor(caller));
    return new ExportView(export.at(), views.whole(caller.tenant(), user), export.parts());
  }

  private User existing(Caller caller, String ref) {
    return find(users, caller, ref);
  }

  static User find(Users users, Caller caller, String ref) {
    return UserRef.fits(ref)
        ? users.find(caller.tenant(), new UserRef(ref)).orElseThrow(UserProblems::notFound)
        : notFound();
  }

  private static User notFound() {
    throw UserProblems.notFound();
  }

  private static String actor(Caller caller) {
    return Actor.client(caller.clientId());
  }
}
