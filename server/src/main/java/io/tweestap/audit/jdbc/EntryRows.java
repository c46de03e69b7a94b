package io.tweestap.audit.jdbc;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEntry;
import io.tweestap.audit.AuditFilter;
import io.tweestap.audit.AuditResult;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Events to look at.
@Repository
public class EntryRows {
  /// Ids sort by time, so a span of time is a span of ids; a condition that is null holds always.
  private static final String PAGE =
      """
      SELECT id, action, actor, subject, source, result, details, position, link
      FROM audit_event
      WHERE tenant_id = :tenant
        AND id < CAST(:before AS uuid)
        AND id < CAST(:after AS uuid)
        AND id >= CAST(:from AS uuid)
        AND purged_at IS NULL
        AND (CAST(:action AS text) IS NULL OR action = :action)
        AND (CAST(:actor AS text) IS NULL OR actor = :actor)
        AND (CAST(:subject AS uuid) IS NULL OR subject = :subject)
        AND (CAST(:result AS text) IS NULL OR result = :result)
        AND (CAST(:source AS text) IS NULL OR source = :source)
      ORDER BY id DESC
      LIMIT :rows
      """;

  private static final UUID HIGHEST = new UUID(-1, -1);
  private static final UUID LOWEST = new UUID(0, 0);
  private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  EntryRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Newest first.
  public List<AuditEntry> page(TenantId tenant, AuditFilter filter, int rows) {
    return jdbc.sql(PAGE)
        .param("tenant", tenant.value())
        .param("before", filter.to().map(Ids::lowest).orElse(HIGHEST))
        .param("after", filter.after().map(Cursor::last).orElse(HIGHEST))
        .param("from", filter.from().map(Ids::lowest).orElse(LOWEST))
        .param("action", filter.action().map(AuditAction::text).orElse(null))
        .param("actor", filter.actor().orElse(null))
        .param("subject", filter.subject().orElse(null))
        .param("result", filter.result().map(AuditResult::text).orElse(null))
        .param("source", filter.source().orElse(null))
        .param("rows", rows)
        .query(this::entry)
        .list();
  }

  private AuditEntry entry(ResultSet row, int index) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte[] link = row.getBytes("link");
    long position = row.getLong("position");
    return new AuditEntry(
        id,
        Ids.timeOf(id),
        row.getString("action"),
        row.getString("actor"),
        Optional.ofNullable(row.getObject("subject", UUID.class)),
        Optional.ofNullable(row.getString("source")),
        row.getString("result"),
        json.readValue(row.getString("details"), DETAILS),
        Optional.ofNullable(link)
            .map(HexFormat.of()::formatHex)
            .map(text -> new AuditEntry.Seal(position, text)));
  }
}
