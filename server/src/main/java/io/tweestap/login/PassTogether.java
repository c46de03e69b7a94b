package io.tweestap.login;

import io.tweestap.factor.FactorAnswers;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.Judged;
import io.tweestap.factor.PlainAnswer;
import io.tweestap.login.jdbc.PassRows;
import io.tweestap.shared.GroupCommit;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// The short way of the answer that most logins end with: right, plain, and nothing more asked for.
/// Those that arrive together share three statements and one commit. Whoever is not let through
/// here was not touched, and takes the long way, which finds out why.
@Component
class PassTogether {
  private static final int LANES = 2;
  private static final int BATCH_MAX = 64;

  /// In this order rows are given to statements, so that those of two nodes rarely wait for each
  /// other crosswise.
  private static final Comparator<Request> BY_FACTOR =
      Comparator.comparing(request -> request.answer().factor().value());

  private final FactorAnswers factors;
  private final PassRows rows;
  private final LoginNews news;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final GroupCommit<FactorId, Request, Boolean> commit;

  PassTogether(
      FactorAnswers factors,
      PassRows rows,
      LoginNews news,
      TransactionTemplate transaction,
      Clock clock) {
    this.factors = factors;
    this.rows = rows;
    this.news = news;
    this.transaction = transaction;
    this.clock = clock;
    this.commit =
        new GroupCommit<>(LANES, BATCH_MAX, request -> request.answer().factor(), this::passAll);
  }

  private record Request(PlainAnswer answer, Passing passing) {}

  /// Lets the login pass, if the answer is one of those, and if nobody was faster.
  ///
  /// @return empty when nothing was changed
  Optional<StepOutcome> pass(TenantId tenant, Login login, NewAnswer given, Judged judged) {
    boolean remembers = given.rememberBrowser() && login.mayRemember();
    return PlainAnswer.of(tenant, judged)
        .filter(answer -> !remembers && opens(login, answer))
        .map(answer -> request(tenant, login, answer))
        .filter(commit::submit)
        .map(request ->
            new StepOutcome.Taken(Standing.over(request.passing().passed(), Optional.empty())));
  }

  private static boolean opens(Login login, PlainAnswer answer) {
    return login.kinds().contains(answer.kind())
        && Step.next(login.plan(), login.progress().withFactor()) == Step.NOTHING;
  }

  private Request request(TenantId tenant, Login login, PlainAnswer answer) {
    Instant now = clock.instant();
    Proven proven = login.proven().and(answer.outcome(), now);
    Result result = Result.of(login.purpose(), login.plan(), proven, now);
    return new Request(answer, new Passing(tenant, login, proven, result));
  }

  private List<Boolean> passAll(List<Request> requests) {
    Set<PlainAnswer> spent = transaction.execute(status -> passAll(requests, status));
    return requests.stream().map(request -> spent.contains(request.answer())).toList();
  }

  /// Either each whose factor was spent passes, or nothing happens at all: one of the logins may be
  /// over meanwhile, and its code must stay as it was.
  private Set<PlainAnswer> passAll(List<Request> requests, TransactionStatus status) {
    List<Request> sorted = requests.stream().sorted(BY_FACTOR).toList();
    Set<PlainAnswer> spent = factors.spend(sorted.stream().map(Request::answer).toList());
    List<Passing> passing =
        sorted.stream()
            .filter(request -> spent.contains(request.answer()))
            .map(Request::passing)
            .toList();
    if (passing.isEmpty()) {
      return Set.of();
    }
    if (rows.pass(passing) < passing.size()) {
      status.setRollbackOnly();
      return Set.of();
    }
    news.passed(passing);
    return spent;
  }
}
