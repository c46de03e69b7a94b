package io.tweestap.delivery;

import io.tweestap.delivery.jdbc.InsertRows;
import io.tweestap.delivery.jdbc.NewRow;
import io.tweestap.operations.Tally;
import io.tweestap.shared.GroupCommit;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Writes new messages: as part of the caller's transaction where there is one, else durable on
/// return. Small requests that come together then share one statement and one commit.
@Component
class EnterOutbox {
  private static final int LANES = 2;
  private static final int REQUESTS_MAX = 100;

  /// A request of more messages than this is company enough for itself.
  private static final int SMALL = 20;

  private final InsertRows rows;
  private final Clock clock;
  private final GroupCommit<UUID, List<NewRow>, Boolean> commit;

  EnterOutbox(InsertRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
    this.commit =
        new GroupCommit<>(
            LANES,
            REQUESTS_MAX,
            request -> request.getFirst().id(),
            this::writeAll,
            e ->
                e instanceof DataAccessException
                    && !(e instanceof DataAccessResourceFailureException));
  }

  /// @param messages of one request, at least one
  void write(List<NewRow> messages) {
    if (TransactionSynchronizationManager.isActualTransactionActive() || messages.size() > SMALL) {
      rows.insert(messages, clock.instant());
    } else {
      commit.submit(messages);
    }
    for (NewRow one : messages) {
      Tally.MESSAGES_ACCEPTED.add(one.message().channel().text(), one.message().priority().text());
    }
  }

  private List<Boolean> writeAll(List<List<NewRow>> requests) {
    rows.insert(requests.stream().flatMap(List::stream).toList(), clock.instant());
    return requests.stream().map(_ -> true).toList();
  }
}
