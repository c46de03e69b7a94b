package io.tweestap.audit.jdbc;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Writes events: one statement, however many there are.
@Repository
public class EventRows {
  private static final String INSERT =
      """
      INSERT INTO audit_event (tenant_id, id, retention, action, actor, subject, source, result,
        details, digest, digest_key_id)
      SELECT tenant_id, id, retention, action, actor, subject, source, result, details, digest,
        digest_key_id
      FROM unnest(:tenants, :ids, :retentions, :actions, :actors, :subjects, :sources, :results,
        :details, :digests, :digest_keys)
        AS given (tenant_id, id, retention, action, actor, subject, source, result, details, digest,
          digest_key_id)
      """;

  /// For one event, which most statements are about, without eleven arrays.
  private static final String INSERT_ONE =
      """
      INSERT INTO audit_event (tenant_id, id, retention, action, actor, subject, source, result,
        details, digest, digest_key_id)
      VALUES (:tenant, :id, :retention, :action, :actor, :subject, :source, :result, :details,
        :digest, :digest_key)
      """;

  private final JdbcClient jdbc;

  EventRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Part of the caller's transaction.
  public void insert(List<NewRow> rows) {
    if (rows.size() == 1) {
      insert(rows.getFirst());
    } else {
      insertAll(rows);
    }
  }

  private void insert(NewRow row) {
    Content content = row.content();
    jdbc.sql(INSERT_ONE)
        .param("tenant", row.tenant().value())
        .param("id", content.id())
        .param("retention", row.retention().text())
        .param("action", content.action())
        .param("actor", content.actor())
        .param("subject", content.subject())
        .param("source", content.source())
        .param("result", content.result())
        .param("details", content.details())
        .param("digest", row.digest().bytes())
        .param("digest_key", row.digest().keyId())
        .update();
  }

  private void insertAll(List<NewRow> rows) {
    jdbc.sql(INSERT)
        .param("tenants", column(rows, "uuid", row -> row.tenant().value()))
        .param("ids", column(rows, "uuid", row -> row.content().id()))
        .param("retentions", column(rows, "text", row -> row.retention().text()))
        .param("actions", column(rows, "text", row -> row.content().action()))
        .param("actors", column(rows, "text", row -> row.content().actor()))
        .param("subjects", column(rows, "uuid", row -> row.content().subject()))
        .param("sources", column(rows, "text", row -> row.content().source()))
        .param("results", column(rows, "text", row -> row.content().result()))
        .param("details", column(rows, "text", row -> row.content().details()))
        .param(
            "digests",
            new SqlArrayValue(
                "bytea", rows.stream().map(row -> row.digest().bytes()).toArray(byte[][]::new)))
        .param("digest_keys", column(rows, "integer", row -> row.digest().keyId()))
        .update();
  }

  private static SqlArrayValue column(
      List<NewRow> rows, String type, Function<NewRow, @Nullable Object> component) {
    return new SqlArrayValue(type, rows.stream().map(component).toArray());
  }
}
