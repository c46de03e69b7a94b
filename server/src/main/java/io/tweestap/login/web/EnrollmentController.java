package io.tweestap.login.web;

import io.tweestap.idempotency.web.Idempotent;
import io.tweestap.login.Enrollments;
import io.tweestap.login.Step;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  private final StepAnswers steps;
  private final Idempotent idempotent;

  EnrollmentController(Enrollments enrollments, StepAnswers steps, Idempotent idempotent) {
    this.enrollments = enrollments;
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
