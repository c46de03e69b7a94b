package io.tweestap.delivery.jdbc;

import io.tweestap.shared.SqlTime;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of the outbox whose life ends before they are sent.
@Repository
public class ExpireRows {
  /// Only what nobody has claimed; a claimed one is the business of its claimer until the lease
  /// ends.
  private static final String EXPIRE_ACROSS_TENANTS =
      """
      WITH found AS MATERIALIZED (
        SELECT tenant_id, id
        FROM message
        WHERE state = 'queued'
          AND next_attempt_at <= :now
          AND expires_at <= :now
        LIMIT :batch
        FOR UPDATE SKIP LOCKED
      )
      UPDATE message AS over
      SET state = 'expired', recipient_sealed = NULL, content_sealed = NULL, finished_at = :now,
        sequence = over.sequence + 1,
        last_error = CASE WHEN over.claimed_at IS NULL
          THEN coalesce(over.last_error, 'its life ended before it could be sent')
          ELSE :left_open END,
        claimed_at = NULL,
        tries = CASE WHEN over.claimed_at IS NULL THEN over.tries
          ELSE over.tries || jsonb_build_object(
            'number', over.attempts, 'carrier', over.route, 'at', CAST(:noticed AS text),
            'outcome', 'no_answer', 'error', CAST(:left_open AS text),
            'route', over.route_reason) END
      FROM found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      RETURNING over.tenant_id, over.id
      """;

  private final JdbcClient jdbc;

  ExpireRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Ends messages whose life is over and that no carrier came for.
  ///
  /// @param batch how many at most, 1 or more
  /// @return which ended
  public List<Key> expire(Instant now, int batch) {
    return jdbc.sql(EXPIRE_ACROSS_TENANTS)
        .param("now", SqlTime.of(now))
        .param("noticed", now.toString())
        .param("left_open", TryRecord.LEFT_OPEN)
        .param("batch", batch)
        .query((row, _) -> Key.of(row))
        .list();
  }
}
