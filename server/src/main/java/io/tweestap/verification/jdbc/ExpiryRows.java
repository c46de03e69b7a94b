package io.tweestap.verification.jdbc;

import io.tweestap.shared.SqlTime;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sweeps over the verifications of all tenants: those whose time is over, and all that are open.
@Repository
public class ExpiryRows {
  private static final String EXPIRE_ACROSS_TENANTS =
      """
      UPDATE verification AS over
      SET state = 'expired', finished_at = over.expires_at, code_hash = NULL,
        recipient_sealed = NULL, details_sealed = NULL
      FROM (
        SELECT tenant_id, id
        FROM verification
        WHERE expires_at <= :now
          AND state = 'pending'
        LIMIT :batch
        FOR UPDATE SKIP LOCKED
      ) AS found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      RETURNING over.tenant_id, over.id
      """;

  private static final String CANCEL_ACROSS_TENANTS =
      """
      UPDATE verification AS over
      SET state = 'canceled', finished_at = :now, code_hash = NULL, recipient_sealed = NULL,
        details_sealed = NULL
      FROM (
        SELECT tenant_id, id
        FROM verification
        WHERE expires_at > :now
          AND state = 'pending'
        LIMIT :batch
        FOR UPDATE
      ) AS found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      RETURNING over.tenant_id, over.id
      """;

  private final JdbcClient jdbc;

  ExpiryRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Ends up to `batch` verifications.
  ///
  /// @return which
  public List<Key> expire(Instant now, int batch) {
    return end(EXPIRE_ACROSS_TENANTS, now, batch);
  }

  /// Withdraws up to `batch` verifications whose time is not over.
  ///
  /// @return which
  public List<Key> cancel(Instant now, int batch) {
    return end(CANCEL_ACROSS_TENANTS, now, batch);
  }

  private List<Key> end(String sql, Instant now, int batch) {
    return jdbc.sql(sql)
        .param("now", SqlTime.of(now))
        .param("batch", batch)
        .query((row, _) -> Key.of(row))
        .list();
  }
}
