package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.Priority;
import io.tweestap.shared.SqlTime;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a restored outbox would send once more.
@Repository
public class WithdrawRows {
  /// What was to be sent later than now was sent by nobody. A code of ours is worth nothing without
  /// its verification, which is withdrawn as well.
  private static final String WITHDRAW_ACROSS_TENANTS =
      """
      WITH found AS MATERIALIZED (
        SELECT tenant_id, id
        FROM message
        WHERE state = 'queued'
          AND expires_at > :now
          AND (send_at IS NULL OR send_at <= :now)
          AND (NOT :codes_only OR (priority = :code AND NOT by_client))
        LIMIT :batch
        FOR UPDATE
      )
      UPDATE message AS over
      SET state = 'canceled', recipient_sealed = NULL, content_sealed = NULL, finished_at = :now,
        sequence = over.sequence + 1, claimed_at = NULL,
        last_error = 'withdrawn when the database was restored'
      FROM found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      """;

  private static final String SECOND_ACROSS_TENANTS =
      """
      SELECT tenant_id, id
      FROM message
      WHERE second_at IS NOT NULL
      LIMIT :batch
      FOR UPDATE
      """;

  private final JdbcClient jdbc;

  WithdrawRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Withdraws up to `batch` of the messages that may have been sent by now.
  ///
  /// @param codesOnly whether all others stay
  /// @return how many
  public int withdraw(boolean codesOnly, Instant now, int batch) {
    return jdbc.sql(WITHDRAW_ACROSS_TENANTS)
        .param("codes_only", codesOnly)
        .param("code", Priority.CODE.ordinal())
        .param("now", SqlTime.of(now))
        .param("batch", batch)
        .update();
  }

  /// Locks up to `batch` messages that a carrier took and another may get.
  public List<Key> lockSecond(int batch) {
    return jdbc.sql(SECOND_ACROSS_TENANTS)
        .param("batch", batch)
        .query((row, _) -> Key.of(row))
        .list();
  }
}
