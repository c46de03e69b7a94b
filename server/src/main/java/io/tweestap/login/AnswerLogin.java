package io.tweestap.login;

import io.tweestap.factor.Answer;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.FactorAnswers;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Judged;
import io.tweestap.login.jdbc.LoginsTogether;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.verification.Details;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes one answer: compares it outside of any transaction; then, in one, spends the code and lets
/// the login pass, or counts the failure on both. Neither happens without the other.
@Component
class AnswerLogin {
  private static final Duration BUSY = Duration.ofSeconds(1);

  private final LoginsTogether logins;
  private final FactorAnswers factors;
  private final PassLogin passing;
  private final PassTogether together;
  private final LoginNews news;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AnswerLogin(
      LoginsTogether logins,
      FactorAnswers factors,
      PassLogin passing,
      PassTogether together,
      LoginNews news,
      TransactionTemplate transaction,
      Clock clock) {
    this.logins = logins;
    this.factors = factors;
    this.passing = passing;
    this.together = together;
    this.news = news;
    this.transaction = transaction;
    this.clock = clock;
  }

  StepOutcome answer(TenantId tenant, UUID id, NewAnswer given) {
    Optional<Login> found = logins.find(tenant, id);
    if (found.isEmpty()) {
      return unknown(tenant, id, given);
    }
    Login login = found.get();
    return refusal(login)
        .or(() -> differing(tenant, login, given.details()))
        .orElseGet(() -> compare(tenant, login, given));
  }

  /// As much work as for a wrong code, so that the time tells nobody which ids there are.
  private StepOutcome unknown(TenantId tenant, UUID id, NewAnswer given) {
    Judged judged = factors.judge(tenant, new UserId(id), given.factor(), Answer.of(given.code()));
    transaction.executeWithoutResult(_ -> {
      factors.settle(tenant, judged);
      news.answeredUnknown(tenant);
    });
    return new StepOutcome.NotFound();
  }

  static Optional<StepOutcome> refusal(Login login) {
    if (login.state() != LoginState.PENDING) {
      return Optional.of(new StepOutcome.Over(login.state()));
    }
    return login.next() == Step.ANSWER
        ? Optional.empty()
        : Optional.of(new StepOutcome.NotNow(login.next()));
  }

  /// Whoever is about to pay says once more what: any difference makes the login void (PSD-10).
  private Optional<StepOutcome> differing(TenantId tenant, Login login, Optional<Details> details) {
    if (login.details().equals(details)) {
      return Optional.empty();
    }
    if (login.details().isEmpty() || details.isEmpty()) {
      String why =
          details.isEmpty()
              ? "is required: repeat what is about to be paid"
              : "is for payments only";
      return Optional.of(new StepOutcome.Unfit("details", why));
    }
    passing.end(tenant, login, LoginState.DETAILS_CHANGED);
    return Optional.of(new StepOutcome.DetailsChanged());
  }

  /// An answer that another one overtook is compared again with what that one left.
  private StepOutcome compare(TenantId tenant, Login login, NewAnswer given) {
    Optional<UUID> challenge = Optional.ofNullable(login.challenges().get(given.factor().value()));
    if (given.challenge().isPresent() && !given.challenge().equals(challenge)) {
      return new StepOutcome.ChallengeOver("not_found");
    }
    Answer answer = new Answer(given.code(), challenge, login.details(), login.visitor().counted());
    for (int i = 0; i < FactorAnswers.TRIES; i++) {
      Judged judged = factors.judge(tenant, login.user(), given.factor(), answer);
      Optional<StepOutcome> settled =
          together
              .pass(tenant, login, given, judged)
              .or(() ->
                  transaction.execute(status -> settle(tenant, login, given, judged, status)));
      if (settled.isPresent()) {
        return settled.get();
      }
    }
    return new StepOutcome.SlowedDown(clock.instant().plus(BUSY));
  }

  /// Empty when it must be compared again.
  private Optional<StepOutcome> settle(
      TenantId tenant, Login login, NewAnswer given, Judged judged, TransactionStatus status) {
    return switch (factors.settle(tenant, judged)) {
      case AnswerOutcome.Right right -> Optional.of(right(tenant, login, given, right, status));
      case AnswerOutcome.Wrong() -> Optional.of(passing.wrong(tenant, login));
      case AnswerOutcome.ParametersIgnored() -> Optional.of(passing.wrong(tenant, login));
      case AnswerOutcome.AlreadyUsed() ->
          refused(tenant, login, "code_used", new StepOutcome.CodeUsed());
      case AnswerOutcome.SlowedDown(Instant until) ->
          refused(tenant, login, "slowed_down", new StepOutcome.SlowedDown(until));
      case AnswerOutcome.Busy() -> refused(tenant, login, "busy", new StepOutcome.Busy());
      case AnswerOutcome.MustRebind() ->
          refused(tenant, login, "must_rebind", new StepOutcome.MustRebind());
      case AnswerOutcome.Expired() ->
          refused(tenant, login, "factor_expired", new StepOutcome.FactorExpired());
      case AnswerOutcome.NotUsable() ->
          refused(tenant, login, "not_usable", new StepOutcome.NotUsable());
      case AnswerOutcome.ChallengeOver(String reason) ->
          refused(tenant, login, "challenge_over", new StepOutcome.ChallengeOver(reason));
      case AnswerOutcome.Raced() -> Optional.empty();
    };
  }

  /// A right code that opens nothing stays unspent.
  private StepOutcome right(
      TenantId tenant,
      Login login,
      NewAnswer given,
      AnswerOutcome.Right right,
      TransactionStatus status) {
    if (!login.kinds().contains(right.kind()) || isCopied(login, right)) {
      status.setRollbackOnly();
      return new StepOutcome.NotUsable();
    }
    Instant now = clock.instant();
    Proven proven = login.proven().and(right, now);
    if (Step.next(login.plan(), login.progress().withFactor()) == Step.NOTHING) {
      return passing.pass(tenant, login, proven, given.rememberBrowser(), status);
    }
    return passing.prove(tenant, login, proven, now, status);
  }

  /// WA-25: whoever asks for a key that stays on its device takes none that its maker copies.
  private static boolean isCopied(Login login, AnswerOutcome.Right right) {
    return login.answersDeviceBound()
        && right.kind() == FactorKind.WEBAUTHN
        && !right.amr().contains(Proven.DEVICE_BOUND);
  }

  private Optional<StepOutcome> refused(
      TenantId tenant, Login login, String why, StepOutcome outcome) {
    news.answerRefused(tenant, login, why);
    return Optional.of(outcome);
  }
}
