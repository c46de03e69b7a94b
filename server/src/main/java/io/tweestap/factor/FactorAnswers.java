package io.tweestap.factor;

import io.tweestap.factor.answer.Comparisons;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

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
  public static final int TRIES = 3;

  /// What somebody waits who lost all of them.
  public static final Duration AFTER_RACES = Duration.ofSeconds(1);

  private final Comparisons comparisons;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FactorAnswers(Comparisons comparisons, TransactionTemplate transaction, Clock clock) {
    this.comparisons = comparisons;
    this.transaction = transaction;
    this.clock = clock;
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

  /// What to say when all tries were raced.
  public AnswerOutcome afterRaces() {
    return new AnswerOutcome.SlowedDown(clock.instant().plus(AFTER_RACES));
  }

  /// Both in one, for callers with nothing to write beside it; not inside a transaction.
  public AnswerOutcome answer(TenantId tenant, UserId user, FactorId factor, Answer answer) {
    for (int i = 0; i < TRIES; i++) {
      Judged judged = judge(tenant, user, factor, answer);
      AnswerOutcome outcome = transaction.execute(_ -> settle(tenant, judged));
      if (!(outcome instanceof AnswerOutcome.Raced)) {
        return outcome;
      }
    }
    return afterRaces();
  }
}
