package io.tweestap.optout.jdbc;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `opt_out_answer`: keyed hashes of who got which answer.
@Repository
public class KeywordAnswerRows {
  /// A row whose time is over counts for none.
  private static final String NOTE =
      """
      INSERT INTO opt_out_answer AS a (tenant_id, answer_hash, expires_at)
      VALUES (:tenant, :hash, :until)
      ON CONFLICT (tenant_id, answer_hash) DO UPDATE
      SET expires_at = excluded.expires_at
      WHERE a.expires_at <= :now
      """;

  private static final String PURGE_ACROSS_TENANTS =
      """
      DELETE FROM opt_out_answer
      WHERE (tenant_id, answer_hash) IN (
        SELECT tenant_id, answer_hash
        FROM opt_out_answer
        WHERE expires_at <= :now
        LIMIT :most
        FOR UPDATE SKIP LOCKED)
      """;

  private final JdbcClient jdbc;

  KeywordAnswerRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @return false when this answer went out already
  public boolean note(TenantId tenant, byte[] hash, Instant now, Instant until) {
    return jdbc.sql(NOTE)
            .param("tenant", tenant.value())
            .param("hash", hash)
            .param("until", SqlTime.of(until))
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  /// Forgets what is over, of all tenants; how much.
  public int purge(Instant now, int most) {
    return jdbc.sql(PURGE_ACROSS_TENANTS)
        .param("now", SqlTime.of(now))
        .param("most", most)
        .update();
  }
}
