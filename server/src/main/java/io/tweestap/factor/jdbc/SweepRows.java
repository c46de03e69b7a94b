package io.tweestap.factor.jdbc;

import io.tweestap.shared.SqlTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The sweep over factors that are over.
@Repository
public class SweepRows {
  private static final String FORGET_ACROSS_TENANTS =
      """
      DELETE FROM factor AS over
      USING (
        SELECT tenant_id, id
        FROM factor
        WHERE pending_until <= :given_up
          OR ended_at <= :ended
        LIMIT :batch
        FOR UPDATE SKIP LOCKED
      ) AS found
      WHERE over.tenant_id = found.tenant_id
        AND over.id = found.id
      """;

  private final JdbcClient jdbc;

  SweepRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Deletes up to `batch` rows.
  ///
  /// @return how many
  public int forget(Instant givenUp, Instant ended, int batch) {
    return jdbc.sql(FORGET_ACROSS_TENANTS)
        .param("given_up", SqlTime.of(givenUp))
        .param("ended", SqlTime.of(ended))
        .param("batch", batch)
        .update();
  }
}
