package io.tweestap.optout;

import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import io.tweestap.optout.jdbc.KeywordAnswerRows;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Forgets who got an answer, once another may go out.
@Component
class ForgetAnswers implements Chore {
  private static final Duration EVERY = Duration.ofHours(1);
  private static final int BATCH = 1_000;

  private final KeywordAnswerRows rows;
  private final Clock clock;

  ForgetAnswers(KeywordAnswerRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "forget-opt-out-answers";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run() {
    Portions.untilDone(BATCH, () -> rows.purge(clock.instant(), BATCH));
  }
}
