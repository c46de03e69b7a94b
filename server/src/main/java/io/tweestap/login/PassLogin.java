package io.tweestap.login;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditResult;
import io.tweestap.login.browser.Browsers;
import io.tweestap.login.browser.Remembered;
import io.tweestap.login.jdbc.LoginRows;
import io.tweestap.login.jdbc.StepRows;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets a login pass, as part of the transaction of whatever it passes by.
@Component
public class PassLogin {
  private final LoginRows rows;
  private final StepRows steps;
  private final Standings standings;
  private final Browsers browsers;
  private final LoginNews news;
  private final TransactionTemplate transaction;
  private final Clock clock;

  PassLogin(
      LoginRows rows,
      StepRows steps,
      Standings standings,
      Browsers browsers,
      LoginNews news,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.steps = steps;
    this.standings = standings;
    this.browsers = browsers;
    this.news = news;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Lets it pass, unless it is over meanwhile: then all that the transaction did is undone.
  ///
  /// @param remember whether the user wants the browser remembered; only where the policy allows it
  public StepOutcome pass(
      TenantId tenant, Login login, Proven proven, boolean remember, TransactionStatus status) {
    Result result = Result.of(login.purpose(), login.plan(), proven, clock.instant());
    if (!steps.pass(tenant, login, proven, result)) {
      status.setRollbackOnly();
      return over(tenant, login.id());
    }
    Login passed = login.passed(proven, result);
    Optional<String> token =
        remember && login.mayRemember() ? Optional.of(remember(tenant, passed)) : Optional.empty();
    news.passed(tenant, passed);
    return new StepOutcome.Taken(Standing.over(passed, token));
  }

  /// Notes a right answer after which more is asked for, on the same terms.
  StepOutcome prove(
      TenantId tenant, Login login, Proven proven, Instant now, TransactionStatus status) {
    if (!steps.proveFactor(tenant, login.id(), proven, now)) {
      status.setRollbackOnly();
      return over(tenant, login.id());
    }
    news.answered(tenant, login, proven.kind().orElseThrow());
    return goesOn(tenant, login.id());
  }

  private String remember(TenantId tenant, Login login) {
    news.remembered(tenant, login);
    Remembered remembered =
        browsers.remember(
            tenant,
            login.user(),
            login.plan().rememberFor(),
            login.visitor().userAgent(),
            login.visitor().place(),
            login.browser());
    steps.remembered(tenant, login.id(), remembered.id());
    return remembered.token();
  }

  /// A further factor was set up in a login that has passed. That ended all remembered browsers;
  /// the one in which it was done is remembered anew, where the user wants it.
  public StepOutcome joined(TenantId tenant, UUID id, boolean remember) {
    Login login = rows.find(tenant, id).orElseThrow();
    Standing standing = standings.of(tenant, login);
    return new StepOutcome.Taken(
        remember && login.mayRemember() ? standing.with(remember(tenant, login)) : standing);
  }

  /// Counts a wrong answer against the login; the last one allowed ends it. Joins the caller's
  /// transaction, if there is one.
  public StepOutcome wrong(TenantId tenant, Login login) {
    return transaction.execute(_ -> count(tenant, login));
  }

  private StepOutcome count(TenantId tenant, Login login) {
    Instant now = clock.instant();
    Optional<Integer> left = steps.countWrong(tenant, login.id(), now);
    news.answeredWrong(tenant, login, left.orElse(0));
    if (left.isEmpty()) {
      return over(tenant, login.id());
    }
    if (left.get() > 0) {
      return new StepOutcome.Wrong(left.get());
    }
    news.ended(tenant, login.ended(LoginState.FAILED, login.answersMax(), now));
    return new StepOutcome.Over(LoginState.FAILED);
  }

  /// Ends it without having passed, unless it is over meanwhile.
  void end(TenantId tenant, Login login, LoginState how) {
    Instant now = clock.instant();
    transaction.executeWithoutResult(_ -> {
      if (rows.end(tenant, login.id(), how, now)) {
        news.ended(tenant, login.ended(how, login.answersWrong(), now));
      }
    });
  }

  /// Puts something about the login on record.
  public void noted(TenantId tenant, Login login, AuditAction action, AuditResult result) {
    news.record(tenant, login, action, result, news.about(login));
  }

  /// A step was taken and more is asked for.
  public StepOutcome goesOn(TenantId tenant, UUID id) {
    Login login = rows.find(tenant, id).orElseThrow();
    return new StepOutcome.Taken(standings.of(tenant, login));
  }

  /// Somebody else was faster.
  public StepOutcome over(TenantId tenant, UUID id) {
    return rows.find(tenant, id)
        .map(Login::state)
        .<StepOutcome>map(StepOutcome.Over::new)
        .orElseGet(StepOutcome.NotFound::new);
  }
}
