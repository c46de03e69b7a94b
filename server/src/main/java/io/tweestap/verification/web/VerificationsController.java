package io.tweestap.verification.web;

import io.tweestap.idempotency.web.Idempotent;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.Problem;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.verification.CancelOutcome;
import io.tweestap.verification.CheckOutcome;
import io.tweestap.verification.NextActions;
import io.tweestap.verification.ResendOutcome;
import io.tweestap.verification.StartOutcome;
import io.tweestap.verification.State;
import io.tweestap.verification.Verification;
import io.tweestap.verification.Verifications;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/verifications`: each outcome of [Verifications] becomes one HTTP answer.
@RestController
@RequestMapping("/v1/verifications")
class VerificationsController {
  private final Verifications verifications;
  private final NextActions nextActions;
  private final Idempotent idempotent;

  VerificationsController(
      Verifications verifications, NextActions nextActions, Idempotent idempotent) {
    this.verifications = verifications;
    this.nextActions = nextActions;
    this.idempotent = idempotent;
  }

  @PostMapping
  @RequiresScope(Scope.VERIFICATIONS_WRITE)
  ResponseEntity<?> start(
      @AuthenticationPrincipal Caller caller,
      @RequestBody StartBody body,
      HttpServletRequest request) {
    return idempotent.answer(
        caller,
        request,
        body,
        HttpStatus.CREATED,
        () -> started(verifications.start(caller.tenant(), body.read())));
  }

  private VerificationView started(StartOutcome outcome) {
    return switch (outcome) {
      case StartOutcome.Started(Verification verification, int parts, Instant resendFrom) ->
          VerificationView.of(verification, parts, nextActions.after(verification, resendFrom));
      case StartOutcome.InvalidNumber _,
          StartOutcome.InvalidAddress _,
          StartOutcome.CostlyNumber _,
          StartOutcome.CountryNotAllowed _,
          StartOutcome.ChannelNotAllowed _,
          StartOutcome.ChannelNotAvailable _,
          StartOutcome.TtlOverCap _,
          StartOutcome.TemplateNotUsable _,
          StartOutcome.SenderNotAllowed _,
          StartOutcome.Blocked _,
          StartOutcome.RateLimited _,
          StartOutcome.Unpaid _ ->
          throw StartProblems.of(outcome);
    };
  }

  @PostMapping("/{id}/check")
  @RequiresScope(Scope.VERIFICATIONS_WRITE)
  ApprovedView check(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @RequestBody CheckBody body) {
    CheckOutcome outcome =
        verifications.check(caller.tenant(), id, body.readCode(), DetailsBody.read(body.details()));
    return switch (outcome) {
      case CheckOutcome.Approved(UUID approved, Instant at) ->
          new ApprovedView(approved, State.APPROVED.text(), at, List.of());
      case CheckOutcome.WrongCode(int checksLeft) ->
          throw toldNext(VerificationProblems.wrongCode(checksLeft), caller, id);
      case CheckOutcome.Expired() -> throw VerificationProblems.finished(State.EXPIRED);
      case CheckOutcome.AlreadyUsed() -> throw VerificationProblems.finished(State.APPROVED);
      case CheckOutcome.Canceled() -> throw VerificationProblems.finished(State.CANCELED);
      case CheckOutcome.TooManyChecks() ->
          throw VerificationProblems.finished(State.TOO_MANY_CHECKS);
      case CheckOutcome.DetailsChanged() ->
          throw VerificationProblems.finished(State.DETAILS_CHANGED);
      case CheckOutcome.NotFound() -> throw VerificationProblems.notFound();
    };
  }

  @PostMapping("/{id}/resend")
  @RequiresScope(Scope.VERIFICATIONS_WRITE)
  ResponseEntity<?> resend(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable ResendBody body,
      HttpServletRequest request) {
    return idempotent.answer(
        caller,
        request,
        body,
        HttpStatus.OK,
        () -> resent(verifications.resend(caller.tenant(), id, ResendBody.read(body)), caller, id));
  }

  private VerificationView resent(ResendOutcome outcome, Caller caller, UUID id) {
    return switch (outcome) {
      case ResendOutcome.Resent(Verification verification, int parts, Instant resendFrom) ->
          VerificationView.of(verification, parts, nextActions.after(verification, resendFrom));
      case ResendOutcome.Finished(State state) -> throw VerificationProblems.finished(state);
      case ResendOutcome.NotFound() -> throw VerificationProblems.notFound();
      case ResendOutcome.TooEarly _,
          ResendOutcome.TooManySends _,
          ResendOutcome.ChannelNotAllowed _,
          ResendOutcome.ChannelNotAvailable _,
          ResendOutcome.Blocked _,
          ResendOutcome.RateLimited _,
          ResendOutcome.Unpaid _ ->
          throw toldNext(VerificationProblems.of(outcome), caller, id);
    };
  }

  /// With what can be done instead.
  private Problem toldNext(Problem problem, Caller caller, UUID id) {
    return nextActions
        .find(caller.tenant(), id)
        .map(standing -> VerificationProblems.next(problem, standing.next()))
        .orElse(problem);
  }

  @DeleteMapping("/{id}")
  @RequiresScope(Scope.VERIFICATIONS_WRITE)
  VerificationView cancel(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return switch (verifications.cancel(caller.tenant(), id)) {
      case CancelOutcome.Canceled(Verification verification) ->
          VerificationView.of(verification, List.of());
      case CancelOutcome.Finished(State state) -> throw VerificationProblems.finished(state);
      case CancelOutcome.NotFound() -> throw VerificationProblems.notFound();
    };
  }

  @GetMapping("/{id}")
  @RequiresScope(Scope.VERIFICATIONS_READ)
  VerificationView get(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return nextActions
        .find(caller.tenant(), id)
        .map(standing -> VerificationView.of(standing.verification(), standing.next()))
        .orElseThrow(VerificationProblems::notFound);
  }

  @GetMapping
  @RequiresScope(Scope.VERIFICATIONS_READ)
  Page<VerificationView> list(@AuthenticationPrincipal Caller caller, ListQuery query) {
    return verifications.list(caller.tenant(), query.read()).map(VerificationView::of);
  }
}
