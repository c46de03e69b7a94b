package io.tweestap.webhook;

import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Events and deliveries as rows.
@Repository
class EventStore {
  /// An event whose tenant has no listening endpoint leaves no row.
  private static final String INSERT =
      """
      WITH happened AS (
        SELECT n.tenant_id, n.id, n.type, n.payload, n.created_at
        FROM unnest(:tenants::uuid[], :ids::uuid[], :types::text[], :payloads::text[],
                    :moments::timestamptz[]) AS n (tenant_id, id, type, payload, created_at)
      ), listening AS (
        SELECT h.tenant_id, h.id AS event_id, e.id AS endpoint_id, h.created_at
        FROM happened h
        JOIN webhook_endpoint e ON e.tenant_id = h.tenant_id
        WHERE e.enabled
          AND h.type = ANY (e.events)
      ), recorded AS (
        INSERT INTO webhook_event (tenant_id, id, type, payload, created_at)
        SELECT h.tenant_id, h.id, h.type, h.payload::jsonb, h.created_at
        FROM happened h
        WHERE EXISTS (
          SELECT 1
          FROM listening l
          WHERE l.tenant_id = h.tenant_id
            AND l.event_id = h.id)
      )
      INSERT INTO webhook_delivery (tenant_id, event_id, endpoint_id, state, next_attempt_at)
      SELECT l.tenant_id, l.event_id, l.endpoint_id, 'pending', l.created_at
      FROM listening l
      """;

  private static final String INSERT_FOR =
      """
      WITH target AS (
        SELECT tenant_id, id
        FROM webhook_endpoint
        WHERE tenant_id = :tenant
          AND id = :endpoint
          AND enabled
      ), recorded AS (
        INSERT INTO webhook_event (tenant_id, id, type, payload, created_at)
        SELECT t.tenant_id, :id, :type, :payload::jsonb, :moment
        FROM target t
      )
      INSERT INTO webhook_delivery (tenant_id, event_id, endpoint_id, state, next_attempt_at)
      SELECT t.tenant_id, :id, t.id, 'pending', :moment
      FROM target t
      """;

  private static final String LIST =
      """
      SELECT v.id, v.type, v.created_at, v.payload
      FROM webhook_event v
      WHERE v.tenant_id = :tenant
        AND v.id >= :from
        AND v.id < :before
        AND (:type::text IS NULL OR v.type = :type)
        AND (:state::text IS NULL OR EXISTS (
          SELECT 1
          FROM webhook_delivery d
          WHERE d.tenant_id = v.tenant_id
            AND d.event_id = v.id
            AND d.state = :state))
      ORDER BY v.id DESC
      LIMIT :most
      """;

  private static final String FIND =
      """
      SELECT id, type, created_at, payload
      FROM webhook_event
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  private static final String DELIVERIES =
      """
      SELECT endpoint_id, state, attempts, next_attempt_at, last_attempt_at, last_status, last_error
      FROM webhook_delivery
      WHERE tenant_id = :tenant
        AND event_id = :id
      ORDER BY endpoint_id
      """;

  /// A delivery under a lease keeps it: the attempt that runs is the replay.
  private static final String REPLAY =
      """
      INSERT INTO webhook_delivery AS d
        (tenant_id, event_id, endpoint_id, state, next_attempt_at)
      SELECT v.tenant_id, v.id, e.id, 'pending', :now
      FROM webhook_event v
      JOIN webhook_endpoint e ON e.tenant_id = v.tenant_id
      WHERE v.tenant_id = :tenant
        AND v.id = :id
        AND e.enabled
        AND (e.id = :endpoint::uuid OR (:endpoint::uuid IS NULL AND EXISTS (
          SELECT 1
          FROM webhook_delivery x
          WHERE x.tenant_id = v.tenant_id
            AND x.event_id = v.id
            AND x.endpoint_id = e.id)))
      ON CONFLICT (tenant_id, event_id, endpoint_id) DO UPDATE
      SET state = 'pending',
          attempts = CASE WHEN d.claimed_until > :now THEN d.attempts ELSE 0 END,
          next_attempt_at =
            CASE WHEN d.claimed_until > :now THEN d.claimed_until ELSE :now END
      """;

  private static final UUID HIGHEST = new UUID(-1, -1);

  private final JdbcClient jdbc;

  EventStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns the number of deliveries; 0 when nobody listens after all.
  int insert(List<NewEvent> events) {
    return jdbc.sql(INSERT)
        .param("tenants", texts(events, event -> event.tenant().toString()))
        .param("ids", texts(events, event -> event.id().toString()))
        .param("types", texts(events, event -> event.type().text()))
        .param("payloads", texts(events, NewEvent::payload))
        .param("moments", texts(events, event -> event.createdAt().toString()))
        .update();
  }

  int insertFor(UUID endpoint, NewEvent event) {
    return jdbc.sql(INSERT_FOR)
        .param("tenant", event.tenant().value())
        .param("endpoint", endpoint)
        .param("id", event.id())
        .param("type", event.type().text())
        .param("payload", event.payload())
        .param("moment", event.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// One row more than the query's size when there are more.
  List<RecordedEvent> list(TenantId tenant, EventQuery query) {
    DeliveryState state = query.state();
    EventType type = query.type();
    return jdbc.sql(LIST)
        .param("tenant", tenant.value())
        .param("from", query.since() == null ? new UUID(0, 0) : Ids.lowest(query.since()))
        .param("before", query.after() == null ? HIGHEST : query.after().last())
        .param("type", type == null ? null : type.text())
        .param("state", state == null ? null : state.text())
        .param("most", query.size() + 1)
        .query(EventStore::event)
        .list();
  }

  Optional<RecordedEvent> find(TenantId tenant, UUID id) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("id", id)
        .query(EventStore::event)
        .optional();
  }

  List<Delivery> deliveries(TenantId tenant, UUID event) {
    return jdbc.sql(DELIVERIES)
        .param("tenant", tenant.value())
        .param("id", event)
        .query(EventStore::delivery)
        .list();
  }

  int replay(TenantId tenant, UUID event, @Nullable UUID endpoint, Instant now) {
    return jdbc.sql(REPLAY)
        .param("tenant", tenant.value())
        .param("id", event)
        .param("endpoint", endpoint)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static String[] texts(List<NewEvent> events, Function<NewEvent, String> column) {
    return events.stream().map(column).toArray(String[]::new);
  }

  private static RecordedEvent event(ResultSet row, int number) throws SQLException {
    return new RecordedEvent(
        row.getObject("id", UUID.class),
        row.getString("type"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("payload"));
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getObject("endpoint_id", UUID.class),
        DeliveryState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("attempts"),
        moment(row, "next_attempt_at"),
        moment(row, "last_attempt_at"),
        row.getObject("last_status", Integer.class),
        row.getString("last_error"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
