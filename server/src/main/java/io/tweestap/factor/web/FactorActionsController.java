package io.tweestap.factor.web;

import io.tweestap.factor.Answer;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorAnswers;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorState;
import io.tweestap.factor.Factors;
import io.tweestap.factor.MoveOutcome;
import io.tweestap.factor.Spares;
import io.tweestap.factor.bind.Confirmations;
import io.tweestap.shared.TenantId;
import io.tweestap.shared.web.Problem;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.user.User;
import io.tweestap.user.UserState;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is done with one factor: confirmed, answered with, suspended, resumed.
@RestController
@RequestMapping("/v1/users/{ref}/factors/{id}")
class FactorActionsController {
  private final Factors factors;
  private final Confirmations confirmations;
  private final FactorAnswers answers;
  private final Acting acting;
  private final Clock clock;

  FactorActionsController(
      Factors factors,
      Confirmations confirmations,
      FactorAnswers answers,
      Acting acting,
      Clock clock) {
    this.factors = factors;
    this.confirmations = confirmations;
    this.answers = answers;
    this.acting = acting;
    this.clock = clock;
  }

  /// A factor that became active.
  ///
  /// @param spareAdvised whether fewer than two independent media are held now (BND-2)
  record ConfirmedView(FactorView factor, boolean spareAdvised) {}

  /// The right answer, outside of any login.
  record VerifiedView(UUID factorId, String kind, Instant verifiedAt) {}

  /// Who does it.
  record ActBody(@Nullable String sourceIp, @Nullable String staff) {
    static final ActBody NOBODY = new ActBody(null, null);
  }

  @PostMapping("/confirm")
  @RequiresScope(Scope.FACTORS_WRITE)
  ConfirmedView confirm(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @PathVariable String id,
      @RequestBody CodeBody body) {
    User user = acting.user(caller, ref);
    FactorId factor = Acting.factor(id);
    By by = Acting.by(caller, null, body.sourceIp());
    Answer answer = body.read();
    TenantId tenant = caller.tenant();
    AnswerOutcome outcome = confirmations.confirm(tenant, user, factor, answer, by);
    if (!(outcome instanceof AnswerOutcome.Right)) {
      throw notRight(tenant, user, factor, outcome);
    }
    Instant now = clock.instant();
    return new ConfirmedView(
        view(factors.find(tenant, user.id(), factor).orElseThrow(FactorProblems::notFound)),
        Spares.advised(factors.of(tenant, user.id()), now));
  }

  @PostMapping("/verify")
  @RequiresScope(Scope.FACTORS_VERIFY)
  VerifiedView verify(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @PathVariable String id,
      @RequestBody CodeBody body) {
    User user = acting.user(caller, ref);
    FactorId factor = Acting.factor(id);
    if (user.state() != UserState.ACTIVE) {
      throw FactorProblems.userNotActive(user.state());
    }
    By by = Acting.by(caller, null, body.sourceIp());
    AnswerOutcome outcome = answers.answer(caller.tenant(), user, factor, body.read(), by);
    if (outcome instanceof AnswerOutcome.Right right) {
      return new VerifiedView(right.id().value(), right.kind().text(), clock.instant());
    }
    throw notRight(caller.tenant(), user, factor, outcome);
  }

  /// What is not usable is either not there, or in a state that the caller may know.
  private Problem notRight(TenantId tenant, User user, FactorId id, AnswerOutcome outcome) {
    if (outcome instanceof AnswerOutcome.NotUsable) {
      return factors
          .find(tenant, user.id(), id)
          .map(factor -> FactorProblems.wrongState(factor.bond().state()))
          .orElseGet(FactorProblems::notFound);
    }
    return FactorProblems.notRight(outcome, clock.instant());
  }

  @PostMapping("/resync")
  @RequiresScope(Scope.FACTORS_WRITE)
  FactorView resync(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @PathVariable String id,
      @RequestBody ResyncBody body) {
    User user = acting.user(caller, ref);
    FactorId factor = Acting.factor(id);
    By by = Acting.by(caller, null, body.sourceIp());
    TenantId tenant = caller.tenant();
    AnswerOutcome outcome = confirmations.resync(tenant, user, factor, body.read(), by);
    if (!(outcome instanceof AnswerOutcome.Right)) {
      throw notRight(tenant, user, factor, outcome);
    }
    return view(factors.find(tenant, user.id(), factor).orElseThrow(FactorProblems::notFound));
  }

  @PostMapping("/suspend")
  @RequiresScope(Scope.FACTORS_WRITE)
  FactorView suspend(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ActBody body) {
    User user = acting.user(caller, ref);
    return moved(factors.suspend(caller.tenant(), user, Acting.factor(id), by(caller, body)));
  }

  @PostMapping("/resume")
  @RequiresScope(Scope.FACTORS_WRITE)
  FactorView resume(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ActBody body) {
    User user = acting.user(caller, ref);
    return moved(factors.resume(caller.tenant(), user, Acting.factor(id), by(caller, body)));
  }

  private static By by(Caller caller, @Nullable ActBody given) {
    ActBody body = given == null ? ActBody.NOBODY : given;
    return Acting.by(caller, body.staff(), body.sourceIp());
  }

  private FactorView moved(MoveOutcome outcome) {
    return switch (outcome) {
      case MoveOutcome.Moved(Factor factor) -> view(factor);
      case MoveOutcome.NotPossible(FactorState state) -> throw FactorProblems.wrongState(state);
      case MoveOutcome.NotFound() -> throw FactorProblems.notFound();
    };
  }

  private FactorView view(Factor factor) {
    return FactorView.of(factor, clock.instant());
  }
}
