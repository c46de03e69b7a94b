package io.tweestap.factor;

import io.tweestap.factor.answer.Comparisons;
import io.tweestap.factor.answer.Rounds;
import io.tweestap.factor.bind.FactorNews;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/// Answers of users with their factors. Comparing ([#judge]) and spending ([#settle]) are apart,
/// because a comparison may call other rooms that open transactions of their own, while the
/// spending belongs into the transaction that writes what follows from it.
///
/// A code succeeds once, and of many wrong answers at once no more are told apart than the factor's
/// delays allow (see docs/reference/factors.md): whoever settles must find the factor untouched
/// since it was compared.
@Service
public class FactorAnswers {
  /// How often an answer that was raced is compared in all.
  public static final int TRIES = Rounds.TRIES;

  private final Comparisons comparisons;
  private final Rounds rounds;
  private final FactorNews news;

  FactorAnswers(Comparisons comparisons, Rounds rounds, FactorNews news) {
    this.comparisons = comparisons;
    this.rounds = rounds;
    this.news = news;
  }

  /// Compares. Changes nothing; call it outside of any transaction.
  public Judged judge(TenantId tenant, UserId user, FactorId factor, Answer answer) {
    return comparisons.judge(tenant, user, factor, FactorState.ACTIVE, answer);
  }

  /// Spends a right answer or counts a wrong one, in the caller's transaction. After
  /// [AnswerOutcome.Raced] judge again, at most [#TRIES] times in all, then say [#afterRaces].
  public AnswerOutcome settle(TenantId tenant, Judged judged) {
    return comparisons.settle(tenant, judged);
  }

  /// Spends right answers in the caller's transaction by one statement, each on the same terms as
  /// [#settle].
  ///
  /// @param answers each of another factor
  /// @return those that were spent; nothing was changed by the others, which have to be settled
  public Set<PlainAnswer> spend(List<PlainAnswer> answers) {
    return comparisons.spend(answers);
  }

  /// What to say when all tries were raced.
  public AnswerOutcome afterRaces() {
    return rounds.over();
  }

  /// Both in one, with an entry in the audit, for callers with nothing else to write; not inside a
  /// transaction.
  public AnswerOutcome answer(TenantId tenant, User user, FactorId factor, Answer answer, By by) {
    return rounds.run(
        tenant,
        () -> judge(tenant, user.id(), factor, answer),
        (judged, outcome) ->
            judged.stored().ifPresent(stored -> news.answered(tenant, user, stored, outcome, by)));
  }
}
