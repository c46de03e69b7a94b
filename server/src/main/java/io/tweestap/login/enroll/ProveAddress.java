package io.tweestap.login.enroll;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditResult;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.login.Login;
import io.tweestap.login.LoginNews;
import io.tweestap.login.LoginState;
import io.tweestap.login.PassLogin;
import io.tweestap.login.Step;
import io.tweestap.login.StepOutcome;
import io.tweestap.login.jdbc.ProofRows;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.shared.TenantId;
import io.tweestap.verification.CheckOutcome;
import io.tweestap.verification.Verifications;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes the code that was sent to an address of the user, or that staff handed out. A wrong one
/// counts against the login as well, so that new codes bring no new guesses.
@Component
public class ProveAddress {
  private final Verifications verifications;
  private final StaffCodes staff;
  private final ProofRows proofs;
  private final PassLogin passing;
  private final LoginNews news;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ProveAddress(
      Verifications verifications,
      StaffCodes staff,
      ProofRows proofs,
      PassLogin passing,
      LoginNews news,
      TransactionTemplate transaction,
      Clock clock) {
    this.verifications = verifications;
    this.staff = staff;
    this.proofs = proofs;
    this.passing = passing;
    this.news = news;
    this.transaction = transaction;
    this.clock = clock;
  }

  StepOutcome prove(TenantId tenant, Login login, Step step, String code) {
    if (login.state() != LoginState.PENDING) {
      return new StepOutcome.Over(login.state());
    }
    if (login.next() != step) {
      return new StepOutcome.NotNow(login.next());
    }
    if (login.proof().isPresent()) {
      return sentCode(tenant, login, login.proof().get(), code);
    }
    return login.plan().proof() == FirstFactorProof.STAFF_CODE && step == Step.ENROLLMENT_PROOF
        ? staffCode(tenant, login, code)
        : new StepOutcome.ChallengeOver("not_found");
  }

  private StepOutcome sentCode(TenantId tenant, Login login, Login.Proof proof, String code) {
    UUID verification = proof.verification().orElseThrow();
    return switch (verifications.check(tenant, verification, code, Optional.empty())) {
      case CheckOutcome.Approved _ -> proven(tenant, login, proof);
      case CheckOutcome.WrongCode _ -> passing.wrong(tenant, login);
      case CheckOutcome.TooManyChecks() -> new StepOutcome.ChallengeOver("too_many_checks");
      case CheckOutcome.Expired() -> new StepOutcome.ChallengeOver("expired");
      case CheckOutcome.AlreadyUsed() -> new StepOutcome.ChallengeOver("already_used");
      case CheckOutcome.Canceled() -> new StepOutcome.ChallengeOver("canceled");
      case CheckOutcome.DetailsChanged() -> new StepOutcome.ChallengeOver("details_changed");
      case CheckOutcome.NotFound() -> new StepOutcome.ChallengeOver("not_found");
    };
  }

  private StepOutcome staffCode(TenantId tenant, Login login, String code) {
    return switch (staff.spend(tenant, login, code)) {
      case AnswerOutcome.Right _ ->
          proven(
              tenant,
              login,
              new Login.Proof(
                  Optional.empty(),
                  Optional.empty(),
                  FirstFactorProof.STAFF_CODE,
                  Optional.empty()));
      case AnswerOutcome.SlowedDown(Instant until) -> new StepOutcome.SlowedDown(until);
      case AnswerOutcome.Busy _ -> new StepOutcome.Busy();
      case AnswerOutcome.Wrong _,
          AnswerOutcome.AlreadyUsed _,
          AnswerOutcome.ParametersIgnored _,
          AnswerOutcome.MustRebind _,
          AnswerOutcome.Expired _,
          AnswerOutcome.NotUsable _,
          AnswerOutcome.ChallengeOver _,
          AnswerOutcome.Raced _ ->
          passing.wrong(tenant, login);
    };
  }

  private StepOutcome proven(TenantId tenant, Login login, Login.Proof proof) {
    return transaction.execute(status -> proven(tenant, login, proof, status));
  }

  private StepOutcome proven(
      TenantId tenant, Login login, Login.Proof proof, TransactionStatus status) {
    if (!proofs.proveAddress(tenant, login.id(), proof, clock.instant())) {
      return passing.over(tenant, login.id());
    }
    Map<String, String> details = news.about(login);
    details.put("proof", proof.kind().text());
    news.record(tenant, login, AuditAction.ENROLLMENT_PROVEN, AuditResult.SUCCESS, details);
    return Step.next(login.plan(), login.progress().withAddress()) == Step.NOTHING
        ? passing.pass(tenant, login, login.proven(), false, status)
        : passing.goesOn(tenant, login.id());
  }
}
