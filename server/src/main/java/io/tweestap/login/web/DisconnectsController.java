package io.tweestap.login.web;

import io.tweestap.factor.web.FactorProblems;
import io.tweestap.login.disconnect.Disconnect;
import io.tweestap.login.disconnect.DisconnectOutcome;
import io.tweestap.login.disconnect.DisconnectState;
import io.tweestap.login.disconnect.Disconnects;
import io.tweestap.shared.Page;
import io.tweestap.shared.TenantId;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.user.UserRef;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/users/{ref}/disconnect` and `/v1/disconnects`: what staff do after a lost phone. The only
/// endpoints on which an operator's staff reach into tenants in their care.
@RestController
class DisconnectsController {
  private final Disconnects disconnects;
  private final InCare inCare;
  private final Clock clock;

  DisconnectsController(Disconnects disconnects, InCare inCare, Clock clock) {
    this.disconnects = disconnects;
    this.inCare = inCare;
    this.clock = clock;
  }

  @PostMapping("/v1/users/{ref}/disconnect")
  @RequiresScope(Scope.USERS_DISCONNECT)
  ResponseEntity<DisconnectView> disconnect(
      @AuthenticationPrincipal Caller caller,
      @RequestHeader(name = InCare.HEADER, required = false) @Nullable String of,
      @PathVariable String ref,
      @RequestBody DisconnectBody body) {
    TenantId tenant = inCare.tenant(caller, of, UsersOf.unknown());
    if (!UserRef.fits(ref)) {
      throw UsersOf.unknown();
    }
    return answered(
        disconnects.disconnect(
            tenant, new UserRef(ref), body.read(clock.instant()), InCare.staff(caller)));
  }

  @PostMapping("/v1/disconnects/{id}/approve")
  @RequiresScope(Scope.USERS_DISCONNECT)
  ResponseEntity<DisconnectView> approve(
      @AuthenticationPrincipal Caller caller,
      @RequestHeader(name = InCare.HEADER, required = false) @Nullable String of,
      @PathVariable UUID id) {
    TenantId tenant = inCare.tenant(caller, of, notFound());
    return answered(disconnects.approve(tenant, id, InCare.staff(caller)));
  }

  private static ResponseEntity<DisconnectView> answered(DisconnectOutcome outcome) {
    return switch (outcome) {
      case DisconnectOutcome.Done(Disconnect disconnect, Optional<DisconnectOutcome.Pass> pass) ->
          ResponseEntity.ok(DisconnectView.of(disconnect, pass));
      case DisconnectOutcome.Pending(Disconnect disconnect) ->
          ResponseEntity.status(HttpStatus.ACCEPTED).body(DisconnectView.of(disconnect));
      case DisconnectOutcome.SamePerson() ->
          throw Problem.of(
              ProblemCode.SECOND_PERSON_NEEDED,
              "Another API client than the one that asked must approve this.");
      case DisconnectOutcome.Over(DisconnectState state) -> throw over(state);
      case DisconnectOutcome.UnknownUser() -> throw UsersOf.unknown();
      case DisconnectOutcome.UnknownFactor() ->
          throw Problem.of(
              ProblemCode.NOT_FOUND,
              "The user has no such factor.",
              Map.of("field", "scope.factor_id"));
      case DisconnectOutcome.Busy() -> throw FactorProblems.busy();
      case DisconnectOutcome.NotFound() -> throw notFound();
    };
  }

  @GetMapping("/v1/disconnects")
  @RequiresScope(Scope.USERS_DISCONNECT)
  Page<DisconnectView> pending(
      @AuthenticationPrincipal Caller caller,
      @RequestHeader(name = InCare.HEADER, required = false) @Nullable String of) {
    TenantId tenant = inCare.tenant(caller, of, notFound());
    return new Page<>(disconnects.pending(tenant).stream().map(DisconnectView::of).toList(), null);
  }

  @GetMapping("/v1/disconnects/{id}")
  @RequiresScope(Scope.USERS_DISCONNECT)
  DisconnectView get(
      @AuthenticationPrincipal Caller caller,
      @RequestHeader(name = InCare.HEADER, required = false) @Nullable String of,
      @PathVariable UUID id) {
    TenantId tenant = inCare.tenant(caller, of, notFound());
    return disconnects
        .find(tenant, id)
        .map(DisconnectView::of)
        .orElseThrow(DisconnectsController::notFound);
  }

  @DeleteMapping("/v1/disconnects/{id}")
  @RequiresScope(Scope.USERS_DISCONNECT)
  DisconnectView cancel(
      @AuthenticationPrincipal Caller caller,
      @RequestHeader(name = InCare.HEADER, required = false) @Nullable String of,
      @PathVariable UUID id) {
    TenantId tenant = inCare.tenant(caller, of, notFound());
    return disconnects
        .cancel(tenant, id, InCare.staff(caller))
        .filter(disconnect -> disconnect.state() == DisconnectState.CANCELED)
        .map(DisconnectView::of)
        .orElseThrow(() ->
            disconnects
                .find(tenant, id)
                .map(disconnect -> over(disconnect.state()))
                .orElseGet(DisconnectsController::notFound));
  }

  private static Problem over(DisconnectState state) {
    return Problem.of(
        ProblemCode.DISCONNECT_OVER,
        "Nothing can be done with it any more: it is " + state.text() + ".",
        Map.of("state", state.text()));
  }

  private static Problem notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no disconnect with this id.");
  }
}
