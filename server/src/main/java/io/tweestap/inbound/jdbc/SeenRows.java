package io.tweestap.inbound.jdbc;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `inbound_seen`: keyed hashes of what came already.
@Repository
public class SeenRows {
  /// A row whose time is over counts for none.
  private static final String NOTE =
      """
      INSERT INTO inbound_seen AS s (tenant_id, message_hash, expires_at)
      VALUES (:tenant, :hash, :until)
      ON CONFLICT (tenant_id, message_hash) DO UPDATE
      SET expires_at = excluded.expires_at
      WHERE s.expires_at <= :now
      """;

  private static final String FORGET =
      """
      DELETE FROM inbound_seen
      WHERE tenant_id = :tenant
        AND message_hash = :hash
      """;

  private static final String PURGE_ACROSS_TENANTS =
      """
      DELETE FROM inbound_seen
      WHERE (tenant_id, message_hash) IN (
        SELECT tenant_id, message_hash
        FROM inbound_seen
        WHERE expires_at <= :now
        LIMIT :most
        FOR UPDATE SKIP LOCKED)
      """;

  private final JdbcClient jdbc;

  SeenRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @return false when it is known already
  public boolean note(TenantId tenant, byte[] hash, Instant now, Instant until) {
    return jdbc.sql(NOTE)
            .param("tenant", tenant.value())
            .param("hash", hash)
            .param("until", SqlTime.of(until))
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  public void forget(TenantId tenant, byte[] hash) {
    jdbc.sql(FORGET).param("tenant", tenant.value()).param("hash", hash).update();
  }

  /// Forgets what is over, of all tenants; how much.
  public int purge(Instant now, int most) {
    return jdbc.sql(PURGE_ACROSS_TENANTS)
        .param("now", SqlTime.of(now))
        .param("most", most)
        .update();
  }
}
