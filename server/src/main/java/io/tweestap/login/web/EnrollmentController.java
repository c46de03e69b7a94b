package io.tweestap.login.web;

import io.tweestap.audit.Actor;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.web.NewFactorBody;
import io.tweestap.factor.web.NewFactorView;
import io.tweestap.factor.web.NewFactors;
import io.tweestap.idempotency.web.Idempotent;
import io.tweestap.login.Step;
import io.tweestap.login.StepOutcome;
import io.tweestap.login.Visitor;
import io.tweestap.login.enroll.EnrollOutcome;
import io.tweestap.login.enroll.Enrollments;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.user.User;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/logins/{id}/enrollment`: somebody without a factor sets one up on the way.
@RestController
@RequestMapping("/v1/logins/{id}/enrollment")
class EnrollmentController {
  private final Enrollments enrollments;
  private final NewFactors factors;
  private final StepAnswers steps;
  private final Idempotent idempotent;

  EnrollmentController(
      Enrollments enrollments, NewFactors factors, StepAnswers steps, Idempotent idempotent) {
    this.enrollments = enrollments;
    this.factors = factors;
    this.steps = steps;
    this.idempotent = idempotent;
  }

  @PostMapping("/proof")
  @RequiresScope(Scope.LOGINS_WRITE)
  ResponseEntity<?> sendProof(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable ProofBody body,
      HttpServletRequest request) {
    return idempotent.answer(
        caller,
        request,
        body,
        HttpStatus.CREATED,
        () ->
            ProofAnswers.of(
                enrollments.sendProof(
                    caller.tenant(), id, Step.ENROLLMENT_PROOF, ProofBody.address(body))));
  }

  @PostMapping("/proof/check")
  @RequiresScope(Scope.LOGINS_WRITE)
  LoginView checkProof(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @RequestBody CodeBody body) {
    return steps.of(enrollments.prove(caller.tenant(), id, Step.ENROLLMENT_PROOF, body.readCode()));
  }

  /// A secret in the answer must not stay in any cache, nor with an Idempotency-Key.
  @PostMapping
  @RequiresScope(Scope.LOGINS_WRITE)
  ResponseEntity<NewFactorView> start(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestBody NewFactorBody body) {
    return switch (enrollments.allow(caller.tenant(), id, factors.kind(body))) {
      case EnrollOutcome.Allowed(User user, Visitor visitor) ->
          ResponseEntity.status(HttpStatus.CREATED)
              .cacheControl(CacheControl.noStore())
              .body(start(caller.tenant(), id, user, visitor, body));
      case EnrollOutcome.Refused(StepOutcome why) -> throw steps.refusal(why);
    };
  }

  private NewFactorView start(
      TenantId tenant, UUID id, User user, Visitor visitor, NewFactorBody body) {
    NewFactorView begun = factors.begin(tenant, user, body, new By(Actor.USER, visitor.ip()));
    enrollments.begun(tenant, id, new FactorId(begun.factor().id()));
    return begun;
  }

  @PostMapping("/confirm")
  @RequiresScope(Scope.LOGINS_WRITE)
  LoginView confirm(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestBody ConfirmBody body) {
    return steps.of(enrollments.confirm(caller.tenant(), id, body.readCode(), body.readRemember()));
  }

  @PostMapping("/skip")
  @RequiresScope(Scope.LOGINS_WRITE)
  LoginView skip(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return steps.of(enrollments.skip(caller.tenant(), id));
  }
}
