package io.tweestap.factor.answer;

import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.Judged;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Compares and settles an answer, again while others are faster.
@Component
public class Rounds {
  /// How often an answer is compared in all.
  public static final int TRIES = 3;

  /// What somebody waits who lost every time.
  private static final Duration AFTER = Duration.ofSeconds(1);

  private final Comparisons comparisons;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Rounds(Comparisons comparisons, TransactionTemplate transaction, Clock clock) {
    this.comparisons = comparisons;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// @param judge compares, outside of any transaction
  /// @param then what else is written in the transaction that settles; not for
  ///   [AnswerOutcome.Raced], after which nothing was written
  public AnswerOutcome run(
      TenantId tenant, Supplier<Judged> judge, BiConsumer<Judged, AnswerOutcome> then) {
    for (int i = 0; i < TRIES; i++) {
      Judged judged = judge.get();
      AnswerOutcome outcome =
          transaction.execute(_ -> {
            AnswerOutcome settled = comparisons.settle(tenant, judged);
            if (!(settled instanceof AnswerOutcome.Raced)) {
              then.accept(judged, settled);
            }
            return settled;
          });
      if (!(outcome instanceof AnswerOutcome.Raced)) {
        return outcome;
      }
    }
    return over();
  }

  /// What is said when others were faster every time.
  public AnswerOutcome over() {
    return new AnswerOutcome.SlowedDown(clock.instant().plus(AFTER));
  }
}
