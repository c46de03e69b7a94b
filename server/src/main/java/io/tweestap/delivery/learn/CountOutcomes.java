package io.tweestap.delivery.learn;

import io.tweestap.delivery.CodeOutcome;
import io.tweestap.delivery.CodeOutcomes;
import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import io.tweestap.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts what came of codes, each once, when people have had time enough to type them.
@Component
class CountOutcomes implements Chore {
  /// So long somebody has for it.
  static final Duration PATIENCE = Duration.ofMinutes(10);

  /// What is older when it is first looked at is left out, as after a long standstill.
  static final Duration LOOK_BACK = Duration.ofDays(1);

  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final int BATCH = 2000;

  private final ObjectProvider<CodeOutcomes> rooms;
  private final OutcomeRows rows;
  private final LearningProperties properties;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CountOutcomes(
      ObjectProvider<CodeOutcomes> rooms,
      OutcomeRows rows,
      LearningProperties properties,
      TransactionTemplate transaction,
      Clock clock) {
    this.rooms = rooms;
    this.rows = rows;
    this.properties = properties;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "count-code-outcomes";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    UUID until = Ids.lowest(now.minus(PATIENCE));
    rooms.stream()
        .findFirst()
        .ifPresent(room ->
            Portions.untilDone(BATCH, () -> transaction.execute(_ -> countSome(room, now, until))));
    rows.forget(now, properties.halfLife());
  }

  private int countSome(CodeOutcomes room, Instant now, UUID until) {
    UUID seen = rows.seen();
    UUID from = later(seen, Ids.lowest(now.minus(LOOK_BACK)));
    if (later(from, until).equals(from)) {
      return 0;
    }
    List<CodeOutcome> codes = room.between(from, until, BATCH);
    UUID last = codes.size() < BATCH ? until : codes.getLast().about();
    if (!rows.moveOn(seen, last)) {
      return 0;
    }
    List<CodeOutcome> known = codes.stream().filter(code -> !code.country().isEmpty()).toList();
    if (!known.isEmpty()) {
      rows.count(known);
    }
    return codes.size();
  }

  /// As the database compares them: as bytes without a sign, which is how they are written.
  private static UUID later(UUID one, UUID other) {
    return one.toString().compareTo(other.toString()) >= 0 ? one : other;
  }
}
