package io.tweestap.login.enroll;

import io.tweestap.audit.Actor;
import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditResult;
import io.tweestap.factor.Answer;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.FactorState;
import io.tweestap.factor.Factors;
import io.tweestap.factor.bind.Confirmations;
import io.tweestap.login.Login;
import io.tweestap.login.LoginState;
import io.tweestap.login.PassLogin;
import io.tweestap.login.Plan;
import io.tweestap.login.Proven;
import io.tweestap.login.Step;
import io.tweestap.login.StepOutcome;
import io.tweestap.login.jdbc.ProofRows;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets a factor be set up in a login, or put off.
@Component
public class EnrollInLogin {
  /// How old the answer with an existing factor may be when another one is added (CS-3).
  static final Duration PROOF_MAX_AGE = Duration.ofMinutes(10);

  private final Users users;
  private final Factors factors;
  private final Confirmations confirmations;
  private final ProofRows proofs;
  private final PassLogin passing;
  private final TransactionTemplate transaction;
  private final Clock clock;

  EnrollInLogin(
      Users users,
      Factors factors,
      Confirmations confirmations,
      ProofRows proofs,
      PassLogin passing,
      TransactionTemplate transaction,
      Clock clock) {
    this.users = users;
    this.factors = factors;
    this.confirmations = confirmations;
    this.proofs = proofs;
    this.passing = passing;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Why a factor of this kind may not be begun now. A login that asks for it takes the kinds that
  /// the policy allows; one that passed takes a further factor for ten minutes after the answer.
  Optional<StepOutcome> refusal(Login login, FactorKind kind) {
    if (kind == FactorKind.TEMPORARY_PASS) {
      return Optional.of(new StepOutcome.Unfit("kind", "temporary_pass is for staff to give"));
    }
    return switch (login.state()) {
      case PENDING -> refusalWhilePending(login, kind);
      case PASSED ->
          isFresh(login) ? Optional.empty() : Optional.of(new StepOutcome.Over(login.state()));
      case FAILED, REFUSED, CANCELED, EXPIRED, DETAILS_CHANGED ->
          Optional.of(new StepOutcome.Over(login.state()));
    };
  }

  private static Optional<StepOutcome> refusalWhilePending(Login login, FactorKind kind) {
    if (login.next() != Step.ENROLLMENT) {
      return Optional.of(new StepOutcome.NotNow(login.next()));
    }
    boolean allowed =
        login.plan().enrollment().filter(offer -> offer.kinds().contains(kind)).isPresent();
    return allowed
        ? Optional.empty()
        : Optional.of(new StepOutcome.Unfit("kind", "is not among the kinds of the enrollment"));
  }

  /// Somebody who passed with the password alone adds nothing here: a login that asks for it does.
  private boolean isFresh(Login login) {
    Instant since = clock.instant().minus(PROOF_MAX_AGE);
    return login.proven().at().filter(at -> at.isAfter(since)).isPresent();
  }

  void begun(TenantId tenant, UUID id, FactorId factor) {
    Instant now = clock.instant();
    proofs.enrolling(tenant, id, factor, now, now.minus(PROOF_MAX_AGE));
  }

  StepOutcome confirm(TenantId tenant, Login login, User user, String code, boolean remember) {
    if (login.enrolling().isEmpty()) {
      return login.state() == LoginState.PENDING
          ? new StepOutcome.NotNow(login.next())
          : new StepOutcome.Over(login.state());
    }
    FactorId factor = login.enrolling().get();
    Answer answer = Answer.of(code).from(login.visitor().counted());
    By by = new By(Actor.USER, login.visitor().source());
    return switch (confirmations.confirm(tenant, user, factor, answer, by)) {
      case AnswerOutcome.Right right -> confirmed(tenant, login, right, remember);
      case AnswerOutcome.AlreadyUsed _, AnswerOutcome.NotUsable _ ->
          confirmedBefore(tenant, login, factor, remember);
      case AnswerOutcome.Wrong _ -> wrong(tenant, login);
      case AnswerOutcome.ParametersIgnored _ -> new StepOutcome.ParametersIgnored();
      case AnswerOutcome.SlowedDown(Instant until) -> new StepOutcome.SlowedDown(until);
      case AnswerOutcome.Busy _ -> new StepOutcome.Busy();
      case AnswerOutcome.MustRebind _ -> new StepOutcome.MustRebind();
      case AnswerOutcome.Expired _ -> new StepOutcome.FactorExpired();
      case AnswerOutcome.ChallengeOver(String reason) -> new StepOutcome.ChallengeOver(reason);
      case AnswerOutcome.Raced _ -> new StepOutcome.SlowedDown(clock.instant().plusSeconds(1));
    };
  }

  private StepOutcome wrong(TenantId tenant, Login login) {
    return login.state() == LoginState.PENDING
        ? passing.wrong(tenant, login)
        : new StepOutcome.Wrong(login.answersMax() - login.answersWrong());
  }

  private StepOutcome confirmed(
      TenantId tenant, Login login, AnswerOutcome.Right right, boolean remember) {
    return transaction.execute(status -> finish(tenant, login, right, remember, status));
  }

  private StepOutcome finish(
      TenantId tenant,
      Login login,
      AnswerOutcome.Right right,
      boolean remember,
      TransactionStatus status) {
    if (login.state() == LoginState.PENDING && !suffices(tenant, login, right.id())) {
      // The user keeps it, and sets up another one for this login.
      return new StepOutcome.NotUsable();
    }
    if (login.state() == LoginState.PENDING) {
      Proven proven = login.proven().and(right, clock.instant());
      return passing.pass(tenant, login, proven, remember, status);
    }
    proofs.enrolled(tenant, login.id());
    return passing.joined(tenant, login.id(), remember);
  }

  private boolean suffices(TenantId tenant, Login login, FactorId made) {
    return factors.find(tenant, login.user(), made).filter(login::suffices).isPresent();
  }

  /// The factor was confirmed in this login, and then the server died before the login passed: the
  /// next try lets it pass.
  private StepOutcome confirmedBefore(TenantId tenant, Login login, FactorId id, boolean remember) {
    return factors
        .find(tenant, login.user(), id)
        .filter(factor -> factor.bond().state() == FactorState.ACTIVE)
        .map(factor ->
            confirmed(
                tenant,
                login,
                new AnswerOutcome.Right(factor.kind(), id, factor.kind().amr()),
                remember))
        .orElseGet(StepOutcome.NotUsable::new);
  }

  StepOutcome skip(TenantId tenant, Login login) {
    if (login.state() != LoginState.PENDING) {
      return new StepOutcome.Over(login.state());
    }
    if (login.plan().enrollment().isEmpty()) {
      return new StepOutcome.NotNow(login.next());
    }
    return login.plan().maySkip()
        ? transaction.execute(status -> skip(tenant, login, status))
        : new StepOutcome.NoSkipLeft();
  }

  /// Where skips are limited, each is counted by one conditional statement: two at once do not use
  /// the last one twice.
  private StepOutcome skip(TenantId tenant, Login login, TransactionStatus status) {
    Optional<Integer> most = login.plan().enrollment().flatMap(Plan.Enrollment::skipsMax);
    if (most.isPresent() && !users.useSkip(tenant, login.user(), most.get())) {
      status.setRollbackOnly();
      return new StepOutcome.NoSkipLeft();
    }
    passing.noted(tenant, login, AuditAction.ENROLLMENT_SKIPPED, AuditResult.SUCCESS);
    return passing.pass(tenant, login, login.proven(), false, status);
  }
}
