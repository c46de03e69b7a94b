package io.tweestap.delivery.secondtry;

import io.tweestap.delivery.MessageEvents;
import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.jdbc.AttemptResult;
import io.tweestap.delivery.jdbc.Key;
import io.tweestap.delivery.jdbc.SecondTryResults;
import io.tweestap.delivery.jdbc.SecondTryRows;
import io.tweestap.delivery.receipt.Receipts;
import io.tweestap.delivery.route.Route;
import io.tweestap.operations.Portions;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes what became of tries after the first, and tells of the messages that are lost by it.
@Component
class SecondTryRecord {
  private static final int BATCH = 1000;

  private final SecondTryRows rows;
  private final SecondTryResults results;
  private final MessageEvents events;
  private final Receipts receipts;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SecondTryRecord(
      SecondTryRows rows,
      SecondTryResults results,
      MessageEvents events,
      Receipts receipts,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.results = results;
    this.events = events;
    this.receipts = receipts;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Lets go of the messages whose life is over.
  void endOver() {
    Portions.untilDone(BATCH, () -> transaction.execute(_ -> endSome()));
  }

  private int endSome() {
    List<Key> over = rows.lockOver(clock.instant(), BATCH);
    end(over);
    return over.size();
  }

  /// No other carrier gets these; part of the transaction that locked them.
  void end(Collection<Key> messages) {
    if (!messages.isEmpty()) {
      rows.end(messages, clock.instant())
          .forEach(key -> events.ended(key.tenant(), key.id(), MessageState.UNDELIVERED));
    }
  }

  /// What a try came to, and what was reported of it before that was written.
  void write(AttemptResult result, Route route) {
    transaction.executeWithoutResult(_ -> {
      if (results.record(result, route, clock.instant())) {
        events.ended(result.message().tenant(), result.message().id(), MessageState.UNDELIVERED);
      }
    });
    receipts.settleFor(List.of(result));
  }
}
