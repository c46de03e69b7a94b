package io.tweestap.webhook.send;

import io.tweestap.shared.TenantId;
import io.tweestap.vault.Sealed;
import io.tweestap.webhook.DeliveryState;
import io.tweestap.webhook.RecordedEvent;
import io.tweestap.webhook.SealedSecret;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Pending deliveries as a queue that all nodes share.
@Repository
class DeliveryQueue {
  /// Steps through the index from endpoint to endpoint, so that the cost is one probe per endpoint
  /// with anything pending, however much that is.
  private static final String DUE_ENDPOINTS_ACROSS_TENANTS =
      """
      WITH RECURSIVE waiting AS (
        (SELECT tenant_id, endpoint_id, next_attempt_at
         FROM webhook_delivery
         WHERE state = 'pending'
         ORDER BY tenant_id, endpoint_id, next_attempt_at
         LIMIT 1)
        UNION ALL
        SELECT n.tenant_id, n.endpoint_id, n.next_attempt_at
        FROM waiting w
        CROSS JOIN LATERAL (
          SELECT d.tenant_id, d.endpoint_id, d.next_attempt_at
          FROM webhook_delivery d
          WHERE d.state = 'pending'
            AND (d.tenant_id, d.endpoint_id) > (w.tenant_id, w.endpoint_id)
          ORDER BY d.tenant_id, d.endpoint_id, d.next_attempt_at
          LIMIT 1) n
      )
      SELECT tenant_id, endpoint_id
      FROM waiting
      WHERE next_attempt_at <= :now
      ORDER BY next_attempt_at
      LIMIT :most
      """;

  /// Takes what the index gives first, which is nearly oldest first. Asking for that order makes
  /// the planner sort all that is due for an endpoint, 200 ms for 200,000 rows; nothing starves
  /// without, because what was claimed is due later than the rest.
  private static final String CLAIM =
      """
      WITH wanted AS (
        SELECT tenant_id, endpoint_id, most
        FROM unnest(:tenants::uuid[], :endpoints::uuid[], :counts::integer[])
          AS w (tenant_id, endpoint_id, most)
      ), picked AS (
        SELECT p.tenant_id, p.event_id, p.endpoint_id
        FROM wanted w
        CROSS JOIN LATERAL (
          SELECT d.tenant_id, d.event_id, d.endpoint_id
          FROM webhook_delivery d
          WHERE d.tenant_id = w.tenant_id
            AND d.endpoint_id = w.endpoint_id
            AND d.state = 'pending'
            AND d.next_attempt_at <= :now
          LIMIT w.most
          FOR UPDATE SKIP LOCKED) p
      ), claimed AS (
        UPDATE webhook_delivery d
        SET attempts = d.attempts + 1, claimed_until = :until, next_attempt_at = :until
        FROM picked p
        WHERE d.tenant_id = p.tenant_id
          AND d.event_id = p.event_id
          AND d.endpoint_id = p.endpoint_id
        RETURNING d.tenant_id, d.event_id, d.endpoint_id, d.attempts
      )
      SELECT c.tenant_id, c.event_id, c.endpoint_id, c.attempts, e.url, v.type, v.created_at,
             v.payload, s.ids, s.key_ids, s.sealed
      FROM claimed c
      LEFT JOIN webhook_endpoint e
        ON e.tenant_id = c.tenant_id
          AND e.id = c.endpoint_id
          AND e.enabled
      LEFT JOIN webhook_event v
        ON v.tenant_id = c.tenant_id
          AND v.id = c.event_id
      LEFT JOIN LATERAL (
        SELECT array_agg(k.id ORDER BY k.id DESC) AS ids,
               array_agg(k.key_id ORDER BY k.id DESC) AS key_ids,
               array_agg(k.secret_sealed ORDER BY k.id DESC) AS sealed
        FROM webhook_secret k
        WHERE k.tenant_id = c.tenant_id
          AND k.endpoint_id = c.endpoint_id
          AND (k.valid_until IS NULL OR k.valid_until > :now)) s ON true
      """;

  /// Says nothing when the lease is another's by now, or the delivery was given up meanwhile.
  private static final String FINISH =
      """
      UPDATE webhook_delivery
      SET state = :state,
          next_attempt_at = :next,
          claimed_until = NULL,
          last_attempt_at = :now,
          last_status = :status,
          last_error = :error
      WHERE tenant_id = :tenant
        AND event_id = :event
        AND endpoint_id = :endpoint
        AND claimed_until = :until
      """;

  private final JdbcClient jdbc;

  DeliveryQueue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Endpoints with something due, longest waiting first.
  List<EndpointKey> dueEndpoints(Instant now, int most) {
    return jdbc.sql(DUE_ENDPOINTS_ACROSS_TENANTS)
        .param("now", at(now))
        .param("most", most)
        .query((row, _) -> key(row))
        .list();
  }

  /// Claims due deliveries until the lease ends: of each endpoint at most the number given.
  List<Claimed> claim(Map<EndpointKey, Integer> most, Instant now, Instant until) {
    return jdbc.sql(CLAIM)
        .param("tenants", texts(most, entry -> entry.getKey().tenant()))
        .param("endpoints", texts(most, entry -> entry.getKey().id()))
        .param("counts", texts(most, Map.Entry::getValue))
        .param("now", at(now))
        .param("until", at(until))
        .query((row, _) -> claimed(row, until))
        .list();
  }

  /// Records how an attempt ended.
  ///
  /// @return whether it counted: false when the lease had passed to somebody else
  boolean finish(Claimed claimed, Ending ending, Instant now) {
    Instant next = ending.next();
    return jdbc.sql(FINISH)
            .param("tenant", claimed.endpoint().tenant().value())
            .param("event", claimed.event())
            .param("endpoint", claimed.endpoint().id())
            .param("until", at(claimed.until()))
            .param("state", ending.state().text())
            .param("next", next == null ? null : at(next), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("now", at(now))
            .param("status", ending.status(), Types.INTEGER)
            .param("error", ending.error(), Types.VARCHAR)
            .update()
        > 0;
  }

  /// What an attempt leaves behind.
  record Ending(
      DeliveryState state,
      @Nullable Instant next,
      @Nullable Integer status,
      @Nullable String error) {}

  private static EndpointKey key(ResultSet row) throws SQLException {
    return new EndpointKey(
        new TenantId(row.getObject("tenant_id", UUID.class)),
        row.getObject("endpoint_id", UUID.class));
  }

  private static Claimed claimed(ResultSet row, Instant until) throws SQLException {
    UUID event = row.getObject("event_id", UUID.class);
    return new Claimed(key(row), event, row.getInt("attempts"), until, target(row, event));
  }

  private static Claimed.@Nullable Target target(ResultSet row, UUID event) throws SQLException {
    String url = row.getString("url");
    String payload = row.getString("payload");
    if (url == null || payload == null) {
      return null;
    }
    Instant createdAt = row.getObject("created_at", OffsetDateTime.class).toInstant();
    RecordedEvent recorded = new RecordedEvent(event, row.getString("type"), createdAt, payload);
    return new Claimed.Target(url, recorded, secrets(row));
  }

  private static List<SealedSecret> secrets(ResultSet row) throws SQLException {
    Array ids = row.getArray("ids");
    List<SealedSecret> secrets = new ArrayList<>();
    if (ids != null) {
      UUID[] id = (UUID[]) ids.getArray();
      Integer[] key = (Integer[]) row.getArray("key_ids").getArray();
      byte[][] sealed = (byte[][]) row.getArray("sealed").getArray();
      for (int i = 0; i < id.length; i++) {
        secrets.add(new SealedSecret(id[i], new Sealed(key[i], sealed[i])));
      }
    }
    return secrets;
  }

  private static String[] texts(
      Map<EndpointKey, Integer> most, Function<Map.Entry<EndpointKey, Integer>, Object> column) {
    return most.entrySet().stream()
        .map(entry -> column.apply(entry).toString())
        .toArray(String[]::new);
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
