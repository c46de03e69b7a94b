package io.tweestap.login.web;

import io.tweestap.factor.ChallengeOutcome;
import io.tweestap.idempotency.web.Idempotent;
import io.tweestap.login.BeginOutcome;
import io.tweestap.login.LoginChallengeOutcome;
import io.tweestap.login.LoginState;
import io.tweestap.login.Logins;
import io.tweestap.login.Standing;
import io.tweestap.login.Step;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

/// `/v1/logins`: each outcome of [Logins] becomes one HTTP answer.
@RestController
@RequestMapping("/v1/logins")
class LoginsController {
  private final Logins logins;
  private final StepAnswers steps;
  private final LoginProblems problems;
  private final PromptAnswers prompts;
  private final Idempotent idempotent;

  LoginsController(
      Logins logins,
      StepAnswers steps,
      LoginProblems problems,
      PromptAnswers prompts,
      Idempotent idempotent) {
    this.logins = logins;
    this.steps = steps;
    this.problems = problems;
    this.prompts = prompts;
    this.idempotent = idempotent;
  }

  @PostMapping
  @RequiresScope(Scope.LOGINS_WRITE)
  ResponseEntity<?> begin(
      @AuthenticationPrincipal Caller caller,
      @RequestBody BeginBody body,
      HttpServletRequest request) {
    return idempotent.answer(caller, request, body, HttpStatus.CREATED, () -> begin(caller, body));
  }

  private LoginView begin(Caller caller, BeginBody body) {
    Optional<String> returnUrl = prompts.returnUrl(caller.tenant(), body);
    return switch (logins.begin(caller.tenant(), body.read(), caller.clientId())) {
      case BeginOutcome.Begun(Standing standing) ->
          prompts.begun(caller.tenant(), standing, returnUrl, body);
      case BeginOutcome.UnknownUser() -> throw LoginProblems.unknownUser();
    };
  }

  @PostMapping("/{id}/challenges")
  @RequiresScope(Scope.LOGINS_WRITE)
  ResponseEntity<?> challenge(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestBody ChallengeBody body,
      HttpServletRequest request) {
    return idempotent.answer(
        caller,
        request,
        body,
        HttpStatus.CREATED,
        () ->
            challenged(
                body.readFactor().value(),
                logins.challenge(
                    caller.tenant(),
                    id,
                    body.readFactor(),
                    body.readChannel(),
                    body.readClientQuestion())));
  }

  private ChallengeView challenged(UUID factor, LoginChallengeOutcome outcome) {
    return switch (outcome) {
      case LoginChallengeOutcome.Made(ChallengeOutcome made) -> made(factor, made);
      case LoginChallengeOutcome.NotAnOption() -> throw LoginProblems.notUsable();
      case LoginChallengeOutcome.NotNow(Step next) -> throw LoginProblems.notNow(next);
      case LoginChallengeOutcome.Over(LoginState state) -> throw LoginProblems.over(state);
      case LoginChallengeOutcome.NotFound() -> throw LoginProblems.notFound();
    };
  }

  private ChallengeView made(UUID factor, ChallengeOutcome outcome) {
    return switch (outcome) {
      case ChallengeOutcome.Sent sent -> ChallengeView.of(factor, sent);
      case ChallengeOutcome.Asked asked -> ChallengeView.of(factor, asked);
      case ChallengeOutcome.Presented presented -> ChallengeView.of(factor, presented);
      case ChallengeOutcome.NotNeeded() -> ChallengeView.none(factor);
      case ChallengeOutcome.SlowedDown(Instant until) -> throw problems.slowedDown(until);
      case ChallengeOutcome.MustRebind() -> throw LoginProblems.mustRebind();
      case ChallengeOutcome.Expired() -> throw LoginProblems.factorExpired();
      case ChallengeOutcome.NotUsable() -> throw LoginProblems.notUsable();
      case ChallengeOutcome.TooMany(Duration wait) -> throw LoginProblems.tooEarly(wait);
      case ChallengeOutcome.NotPossible(String reason) -> throw LoginProblems.notPossible(reason);
    };
  }

  @PostMapping("/{id}/answers")
  @RequiresScope(Scope.LOGINS_WRITE)
  LoginView answer(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @RequestBody AnswerBody body) {
    return steps.of(logins.answer(caller.tenant(), id, body.read()));
  }

  @GetMapping("/{id}")
  @RequiresScope(Scope.LOGINS_READ)
  LoginView get(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return logins
        .find(caller.tenant(), id)
        .map(standing -> prompts.read(caller.tenant(), standing))
        .orElseThrow(LoginProblems::notFound);
  }

  /// Takes the result of a login that was done on our pages, once.
  @PostMapping("/{id}/claim")
  @RequiresScope(Scope.LOGINS_WRITE)
  ResponseEntity<?> claim(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestBody ClaimBody body,
      HttpServletRequest request) {
    return idempotent.answer(
        caller,
        request,
        body,
        HttpStatus.OK,
        () -> prompts.claim(caller.tenant(), id, body.readCode()));
  }

  @DeleteMapping("/{id}")
  @RequiresScope(Scope.LOGINS_WRITE)
  LoginView cancel(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return steps.of(logins.cancel(caller.tenant(), id));
  }
}
