package io.tweestap.audit.jdbc;

import io.tweestap.audit.Retention;
import io.tweestap.shared.Ids;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.Hashed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The events as links of a chain.
@Repository
public class LinkRows {
  private static final String UNSEALED_TENANTS_ACROSS_TENANTS =
      """
      SELECT DISTINCT tenant_id
      FROM audit_event
      WHERE position IS NULL
      ORDER BY tenant_id
      """;

  private static final String UNSEALED =
      """
      SELECT id, retention, action, actor, subject, source, result, details, digest, digest_key_id,
        position, link, link_key_id
      FROM audit_event
      WHERE tenant_id = :tenant
        AND position IS NULL
        AND id > :after
      ORDER BY id
      LIMIT :rows
      """;

  private static final String SEALED =
      """
      SELECT id, retention, action, actor, subject, source, result, details, digest, digest_key_id,
        position, link, link_key_id
      FROM audit_event
      WHERE tenant_id = :tenant
        AND position > :after
      ORDER BY position
      LIMIT :rows
      """;

  private static final String LINK =
      """
      UPDATE audit_event AS event
      SET position = given.position, link = given.link, link_key_id = given.key
      FROM unnest(:ids, :positions, :links, :keys) AS given (id, position, link, key)
      WHERE event.tenant_id = :tenant
        AND event.id = given.id
        AND event.position IS NULL
      """;

  private static final String PURGE =
      """
      UPDATE audit_event
      SET purged_at = :now, action = NULL, actor = NULL, subject = NULL, source = NULL,
        result = NULL, details = NULL
      WHERE tenant_id = :tenant
        AND id IN (
          SELECT id
          FROM audit_event
          WHERE tenant_id = :tenant
            AND id >= :from
            AND id < :before
            AND retention = :retention
            AND position IS NOT NULL
            AND purged_at IS NULL
          ORDER BY id
          LIMIT :rows
        )
      RETURNING id
      """;

  private static final String DELETE =
      """
      DELETE FROM audit_event
      WHERE tenant_id = :tenant
        AND position <= :position
      """;

  private final JdbcClient jdbc;

  LinkRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All who have events that are not sealed.
  public List<TenantId> unsealedTenants() {
    return jdbc.sql(UNSEALED_TENANTS_ACROSS_TENANTS)
        .query((row, _) -> new TenantId(row.getObject("tenant_id", UUID.class)))
        .list();
  }

  /// Events that are not sealed, oldest first, behind an id.
  public List<StoredEvent> unsealed(TenantId tenant, UUID after, int rows) {
    return jdbc.sql(UNSEALED)
        .param("tenant", tenant.value())
        .param("after", after)
        .param("rows", rows)
        .query(LinkRows::row)
        .list();
  }

  /// Sealed events in the order of the chain, behind a position.
  public List<StoredEvent> sealed(TenantId tenant, long after, int rows) {
    return jdbc.sql(SEALED)
        .param("tenant", tenant.value())
        .param("after", after)
        .param("rows", rows)
        .query(LinkRows::row)
        .list();
  }

  /// Gives events their places; how many got one.
  public int link(TenantId tenant, List<NewLink> links) {
    return jdbc.sql(LINK)
        .param("tenant", tenant.value())
        .param(
            "ids", new SqlArrayValue("uuid", links.stream().map(NewLink::id).toArray(UUID[]::new)))
        .param(
            "positions",
            new SqlArrayValue("bigint", links.stream().map(NewLink::position).toArray(Long[]::new)))
        .param(
            "links",
            new SqlArrayValue(
                "bytea", links.stream().map(link -> link.link().bytes()).toArray(byte[][]::new)))
        .param(
            "keys",
            new SqlArrayValue(
                "integer", links.stream().map(link -> link.link().keyId()).toArray(Integer[]::new)))
        .update();
  }

  /// Takes away the content of sealed events of a class in a span of time, oldest first; the ids,
  /// at most `rows`.
  public List<UUID> purge(
      TenantId tenant, Retention retention, Instant from, Instant before, Instant now, int rows) {
    return jdbc.sql(PURGE)
        .param("tenant", tenant.value())
        .param("retention", retention.text())
        .param("from", Ids.lowest(from))
        .param("before", Ids.lowest(before))
        .param("now", SqlTime.of(now))
        .param("rows", rows)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /// Takes away the links up to a position.
  public void delete(TenantId tenant, long position) {
    jdbc.sql(DELETE).param("tenant", tenant.value()).param("position", position).update();
  }

  private static StoredEvent row(ResultSet row, int index) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte[] link = row.getBytes("link");
    return new StoredEvent(
        id,
        row.getString("retention"),
        content(id, row),
        new Hashed(row.getInt("digest_key_id"), row.getBytes("digest")),
        row.getLong("position"),
        link == null ? null : new Hashed(row.getInt("link_key_id"), link));
  }

  private static @Nullable Content content(UUID id, ResultSet row) throws SQLException {
    String action = row.getString("action");
    return action == null
        ? null
        : new Content(
            id,
            action,
            row.getString("actor"),
            row.getObject("subject", UUID.class),
            row.getString("source"),
            row.getString("result"),
            row.getString("details"));
  }
}
