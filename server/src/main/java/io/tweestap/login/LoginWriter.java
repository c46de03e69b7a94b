package io.tweestap.login;

import io.tweestap.login.browser.Recognition;
import io.tweestap.login.jdbc.LoginRows;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes logins as they begin, and as they are taken back, with all that belongs to it.
@Component
class LoginWriter {
  private final LoginRows rows;
  private final LoginNews news;
  private final TransactionTemplate transaction;
  private final Ids ids;
  private final Clock clock;

  LoginWriter(
      LoginRows rows, LoginNews news, TransactionTemplate transaction, Ids ids, Clock clock) {
    this.rows = rows;
    this.news = news;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  <T> T inOneTransaction(Supplier<T> work) {
    return transaction.execute(_ -> work.get());
  }

  /// Writes a login that the policy has decided on. One that asks for nothing is over at once: it
  /// passed, or was refused.
  Login write(
      TenantId tenant, User user, NewLogin asked, Plan plan, Recognition browser, String client) {
    Instant now = clock.instant();
    Login begun = Login.begin(ids.next(), user, asked, plan, browser.series(), now);
    Login login = begun.next() == Step.NOTHING ? over(begun, now) : begun;
    rows.insert(tenant, login);
    if (browser instanceof Recognition.Stolen stolen) {
      news.stolen(tenant, user, stolen.browser(), asked.visitor());
    }
    news.decided(tenant, login, client);
    return login;
  }

  private static Login over(Login begun, Instant now) {
    if (begun.plan().decision() == DecisionKind.REFUSE) {
      return begun.ended(LoginState.REFUSED, 0, now);
    }
    Result result = Result.of(begun.purpose(), begun.plan(), Proven.NOTHING, now);
    return begun.passed(Proven.NOTHING, result);
  }

  Optional<Login> find(TenantId tenant, UUID id) {
    return rows.find(tenant, id);
  }

  StepOutcome cancel(TenantId tenant, UUID id) {
    Optional<Login> found = rows.find(tenant, id);
    if (found.isEmpty()) {
      return new StepOutcome.NotFound();
    }
    Optional<String> ip = found.get().visitor().ip();
    transaction.executeWithoutResult(_ -> {
      if (rows.end(tenant, id, LoginState.CANCELED, clock.instant())) {
        Login after = rows.find(tenant, id).orElseThrow();
        news.ended(tenant, after.visitedFrom(ip));
      }
    });
    Login after = rows.find(tenant, id).orElseThrow();
    return after.state() == LoginState.CANCELED
        ? new StepOutcome.Taken(Standing.over(after, Optional.empty()))
        : new StepOutcome.Over(after.state());
  }
}
