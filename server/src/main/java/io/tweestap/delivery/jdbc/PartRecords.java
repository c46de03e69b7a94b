package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.receipt.ReceiptState;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what became of the parts of messages.
@Repository
public class PartRecords {
  private static final String OF =
      """
      SELECT message_id, attempt, part, carrier_message_id, state, error, accepted_at, reported_at,
        done_at
      FROM message_part
      WHERE tenant_id = :tenant AND message_id = ANY(:messages)
      ORDER BY message_id, attempt, part
      """;

  private final JdbcClient jdbc;

  PartRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The parts of each message in their order; a message without any is not in it.
  public Map<UUID, List<PartRecord>> of(TenantId tenant, Collection<UUID> messages) {
    Map<UUID, List<PartRecord>> parts = new HashMap<>();
    if (messages.isEmpty()) {
      return parts;
    }
    jdbc.sql(OF)
        .param("tenant", tenant.value())
        .param("messages", Column.of("uuid", messages, id -> id))
        .query(row -> {
          UUID message = row.getObject("message_id", UUID.class);
          parts.computeIfAbsent(message, _ -> new ArrayList<>()).add(read(row));
        });
    return parts;
  }

  private static PartRecord read(ResultSet row) throws SQLException {
    return new PartRecord(
        row.getInt("attempt"),
        row.getInt("part"),
        row.getString("carrier_message_id"),
        ReceiptState.of(row.getString("state")).orElseThrow(),
        row.getString("error"),
        SqlTime.read(row, "accepted_at"),
        SqlTime.readNullable(row, "reported_at"),
        SqlTime.readNullable(row, "done_at"));
  }
}
