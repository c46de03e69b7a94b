package io.tweestap.login.web;

import io.tweestap.idempotency.web.Idempotent;
import io.tweestap.login.Step;
import io.tweestap.login.enroll.Enrollments;
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

/// `/v1/logins/{id}/recovery`: the first half of a password reset, a code to a proven address. The
/// second half is an answer like at any login (REC-7).
@RestController
@RequestMapping("/v1/logins/{id}/recovery")
class RecoveryController {
  private final Enrollments enrollments;
  private final StepAnswers steps;
  private final Idempotent idempotent;

  RecoveryController(Enrollments enrollments, StepAnswers steps, Idempotent idempotent) {
    this.enrollments = enrollments;
    this.steps = steps;
    this.idempotent = idempotent;
  }

  @PostMapping
  @RequiresScope(Scope.LOGINS_WRITE)
  ResponseEntity<?> send(
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
                    caller.tenant(), id, Step.RECOVERY, ProofBody.address(body))));
  }

  @PostMapping("/check")
  @RequiresScope(Scope.LOGINS_WRITE)
  LoginView check(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @RequestBody CodeBody body) {
    return steps.of(enrollments.prove(caller.tenant(), id, Step.RECOVERY, body.readCode()));
  }
}
