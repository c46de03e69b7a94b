package io.tweestap.delivery.courier;

import io.tweestap.delivery.MessageEvents;
import io.tweestap.delivery.jdbc.AttemptResult;
import io.tweestap.delivery.jdbc.AttemptRows;
import io.tweestap.delivery.receipt.Receipts;
import io.tweestap.shared.GroupCommit;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Records results of attempts; those that come together share one commit.
@Component
class AttemptRecord {
  private static final Logger LOG = LoggerFactory.getLogger(AttemptRecord.class);
  private static final int LANES = 2;
  private static final int BATCH_MAX = 200;

  private final AttemptRows rows;
  private final MessageEvents events;
  private final Receipts receipts;
  private final TransactionTemplate transaction;
  private final GroupCommit<UUID, AttemptResult, Boolean> commit;

  AttemptRecord(
      AttemptRows rows, MessageEvents events, Receipts receipts, TransactionTemplate transaction) {
    this.rows = rows;
    this.events = events;
    this.receipts = receipts;
    this.transaction = transaction;
    this.commit =
        new GroupCommit<>(LANES, BATCH_MAX, result -> result.message().id(), this::writeAll);
  }

  /// Writes one result; returns once it is durable.
  void write(AttemptResult result) {
    commit.submit(result);
  }

  private List<Boolean> writeAll(List<AttemptResult> results) {
    List<Boolean> counted =
        events.areWanted(results)
            ? transaction.execute(_ -> writeAndTell(results))
            : rows.record(results);
    settle(results);
    return counted;
  }

  /// Receipts that were faster. The results are durable already: a failure here must not have them
  /// written again, and the chore makes up for it.
  private void settle(List<AttemptResult> results) {
    try {
      receipts.settleFor(results);
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("could not look for parked receipts: {}", e.getClass().getSimpleName());
    }
  }

  private List<Boolean> writeAndTell(List<AttemptResult> results) {
    List<Boolean> counted = rows.record(results);
    for (int i = 0; i < results.size(); i++) {
      if (counted.get(i)) {
        AttemptResult result = results.get(i);
        events.ended(result.message().tenant(), result.message().id(), result.state());
      }
    }
    return counted;
  }
}
