package io.tweestap.delivery;

import io.tweestap.delivery.jdbc.AttemptResult;
import io.tweestap.delivery.jdbc.AttemptRows;
import io.tweestap.shared.GroupCommit;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/// Records results of attempts; those that come together share one commit.
@Component
class AttemptRecord {
  private static final int LANES = 2;
  private static final int BATCH_MAX = 200;

  private final AttemptRows rows;
  private final GroupCommit<UUID, AttemptResult, Boolean> commit;

  AttemptRecord(AttemptRows rows) {
    this.rows = rows;
    this.commit =
        new GroupCommit<>(
            LANES,
            BATCH_MAX,
            result -> result.message().id(),
            this::writeAll,
            e ->
                e instanceof DataAccessException
                    && !(e instanceof DataAccessResourceFailureException));
  }

  /// Writes one result; returns once it is durable.
  void write(AttemptResult result) {
    commit.submit(result);
  }

  private List<Boolean> writeAll(List<AttemptResult> results) {
    return rows.record(results);
  }
}
