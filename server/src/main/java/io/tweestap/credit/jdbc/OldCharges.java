package io.tweestap.credit.jdbc;

import io.tweestap.shared.SqlTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Charges that nobody needs any more.
@Repository
public class OldCharges {
  private static final String FORGET_ACROSS_TENANTS =
      """
      DELETE FROM credit_charge
      WHERE (tenant_id, message_id) IN (
        SELECT tenant_id, message_id
        FROM credit_charge
        WHERE state <> 'reserved' AND ended_at < :before
        LIMIT :batch)
      """;

  private final JdbcClient jdbc;

  OldCharges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Removes charges that ended long ago; how many.
  public int forget(Instant before, int batch) {
    return jdbc.sql(FORGET_ACROSS_TENANTS)
        .param("before", SqlTime.of(before))
        .param("batch", batch)
        .update();
  }
}
