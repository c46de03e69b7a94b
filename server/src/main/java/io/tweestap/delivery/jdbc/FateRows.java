package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.MessageState;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Reads what became of messages.
@Repository
public class FateRows {
  private static final String FIND =
      """
      SELECT id, state, coalesce(parts, 0) AS parts, claimed_at IS NOT NULL AS claimed,
        coalesce(finished_at, created_at) AS finished_at
      FROM message
      WHERE tenant_id = :tenant
        AND id = ANY(:ids)
      """;

  private final JdbcClient jdbc;

  FateRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A message as far as its price goes.
  ///
  /// @param parts in which it was submitted; 0 where it was not, or nobody knows
  /// @param claimed whether a node was handing it over when it ended
  /// @param finishedAt when it ended
  public record Found(
      UUID id, MessageState state, int parts, boolean claimed, Instant finishedAt) {}

  public List<Found> find(TenantId tenant, Collection<UUID> ids) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("ids", new SqlArrayValue("uuid", ids.toArray()))
        .query((row, _) -> found(row))
        .list();
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getObject("id", UUID.class),
        MessageState.of(row.getString("state")).orElseThrow(),
        row.getInt("parts"),
        row.getBoolean("claimed"),
        row.getObject("finished_at", OffsetDateTime.class).toInstant());
  }
}
