package io.tweestap.webhook;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// Endpoints and their secrets as rows.
@Repository
class EndpointStore {
  /// Takes the tenant's lowest free slot; none free, or lost to somebody else, is no row.
  private static final String INSERT =
      """
      WITH added AS (
        INSERT INTO webhook_endpoint
          (tenant_id, id, slot, url, events, description, enabled, created_at)
        SELECT :tenant, :id, s.slot, :url, :events::text[], :description, :enabled, :created
        FROM generate_series(1, :most) AS s (slot)
        WHERE NOT EXISTS (
          SELECT 1
          FROM webhook_endpoint
          WHERE tenant_id = :tenant
            AND slot = s.slot)
        ORDER BY s.slot
        LIMIT 1
        ON CONFLICT (tenant_id, slot) DO NOTHING
        RETURNING tenant_id, id
      )
      INSERT INTO webhook_secret
        (tenant_id, id, endpoint_id, secret_sealed, key_id, created_at)
      SELECT a.tenant_id, :secret, a.id, :sealed, :key, :created
      FROM added a
      """;

  private static final String LIST =
      """
      SELECT id, url, events, description, enabled, created_at
      FROM webhook_endpoint
      WHERE tenant_id = :tenant
      ORDER BY id
      """;

  private static final String FIND =
      """
      SELECT id, url, events, description, enabled, created_at
      FROM webhook_endpoint
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  private static final String LISTENED_TYPES =
      """
      SELECT DISTINCT unnest(events)
      FROM webhook_endpoint
      WHERE tenant_id = :tenant
        AND enabled
      """;

  private static final String UPDATE =
      """
      WITH given_up AS (
        UPDATE webhook_delivery
        SET state = 'dead', next_attempt_at = NULL, claimed_until = NULL, last_error = :gone
        WHERE tenant_id = :tenant
          AND endpoint_id = :id
          AND state = 'pending'
          AND :enabled::boolean IS FALSE
      )
      UPDATE webhook_endpoint
      SET url = COALESCE(:url, url),
          events = COALESCE(:events::text[], events),
          description = COALESCE(:description, description),
          enabled = COALESCE(:enabled, enabled)
      WHERE tenant_id = :tenant
        AND id = :id
      RETURNING id, url, events, description, enabled, created_at
      """;

  private static final String DELETE =
      """
      WITH given_up AS (
        UPDATE webhook_delivery
        SET state = 'dead', next_attempt_at = NULL, claimed_until = NULL, last_error = :gone
        WHERE tenant_id = :tenant
          AND endpoint_id = :id
          AND state = 'pending'
      )
      DELETE FROM webhook_endpoint
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  /// The current secret gets an end, those past their end go, a new one comes; no row when too many
  /// have not ended yet.
  private static final String ROTATE =
      """
      WITH retired AS (
        UPDATE webhook_secret
        SET valid_until = :until
        WHERE tenant_id = :tenant
          AND endpoint_id = :id
          AND valid_until IS NULL
          AND :most > (
            SELECT count(*)
            FROM webhook_secret o
            WHERE o.tenant_id = :tenant
              AND o.endpoint_id = :id
              AND o.valid_until > :now)
        RETURNING tenant_id, endpoint_id
      ), ended AS (
        DELETE FROM webhook_secret
        WHERE tenant_id = :tenant
          AND endpoint_id = :id
          AND valid_until <= :now
      )
      INSERT INTO webhook_secret
        (tenant_id, id, endpoint_id, secret_sealed, key_id, created_at)
      SELECT r.tenant_id, :secret, r.endpoint_id, :sealed, :key, :now
      FROM retired r
      """;

  private static final int MOST_OLD_SECRETS = 3;

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  EndpointStore(JdbcClient jdbc, AuditTrail audit, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.transaction = transaction;
  }

  /// Does something and, when it was done, records it in the same transaction.
  private <T> T audited(
      TenantId tenant, UUID id, AuditAction action, Supplier<T> work, Predicate<T> done) {
    return transaction.execute(_ -> {
      T result = work.get();
      if (done.test(result)) {
        audit.recordDone(tenant, action, Map.of("endpoint", id.toString()));
      }
      return result;
    });
  }

  /// Whether there was room. Each try that loses its slot to another caller leaves one slot fewer,
  /// so as many tries as slots are enough to know.
  boolean insert(TenantId tenant, Endpoint endpoint, SealedSecret secret) {
    for (int tries = 0; tries < Endpoint.MOST_PER_TENANT; tries++) {
      if (audited(
          tenant,
          endpoint.id(),
          AuditAction.WEBHOOK_CREATED,
          () -> tryInsert(tenant, endpoint, secret) > 0,
          inserted -> inserted)) {
        return true;
      }
    }
    return false;
  }

  private int tryInsert(TenantId tenant, Endpoint endpoint, SealedSecret secret) {
    return jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("id", endpoint.id())
        .param("url", endpoint.url())
        .param("events", texts(endpoint.events()))
        .param("description", endpoint.description())
        .param("enabled", endpoint.enabled())
        .param("created", at(endpoint.createdAt()))
        .param("most", Endpoint.MOST_PER_TENANT)
        .param("secret", secret.id())
        .param("sealed", secret.sealed().bytes())
        .param("key", secret.sealed().keyId())
        .update();
  }

  List<Endpoint> list(TenantId tenant) {
    return jdbc.sql(LIST).param("tenant", tenant.value()).query(EndpointStore::endpoint).list();
  }

  Optional<Endpoint> find(TenantId tenant, UUID id) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("id", id)
        .query(EndpointStore::endpoint)
        .optional();
  }

  Set<String> listenedTypes(TenantId tenant) {
    return Set.copyOf(
        jdbc.sql(LISTENED_TYPES).param("tenant", tenant.value()).query(String.class).list());
  }

  Optional<Endpoint> update(TenantId tenant, UUID id, EndpointChange change) {
    return audited(
        tenant,
        id,
        AuditAction.WEBHOOK_CHANGED,
        () -> updateRow(tenant, id, change),
        Optional::isPresent);
  }

  private Optional<Endpoint> updateRow(TenantId tenant, UUID id, EndpointChange change) {
    List<EventType> events = change.events();
    return jdbc.sql(UPDATE)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("url", change.url())
        .param("events", events == null ? null : texts(events))
        .param("description", change.description())
        .param("enabled", change.enabled())
        .param("gone", DeliveryError.ENDPOINT_GONE.text())
        .query(EndpointStore::endpoint)
        .optional();
  }

  boolean delete(TenantId tenant, UUID id) {
    return audited(
        tenant, id, AuditAction.WEBHOOK_REMOVED, () -> deleteRow(tenant, id), deleted -> deleted);
  }

  private boolean deleteRow(TenantId tenant, UUID id) {
    return jdbc.sql(DELETE)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("gone", DeliveryError.ENDPOINT_GONE.text())
            .update()
        > 0;
  }

  boolean rotate(TenantId tenant, UUID id, SealedSecret secret, Instant now, Instant until) {
    return audited(
        tenant,
        id,
        AuditAction.WEBHOOK_SECRET_ROTATED,
        () -> rotateRow(tenant, id, secret, now, until),
        rotated -> rotated);
  }

  private boolean rotateRow(
      TenantId tenant, UUID id, SealedSecret secret, Instant now, Instant until) {
    return jdbc.sql(ROTATE)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("now", at(now))
            .param("until", at(until))
            .param("most", MOST_OLD_SECRETS)
            .param("secret", secret.id())
            .param("sealed", secret.sealed().bytes())
            .param("key", secret.sealed().keyId())
            .update()
        > 0;
  }

  private static Endpoint endpoint(ResultSet row, int number) throws SQLException {
    String[] types = (String[]) row.getArray("events").getArray();
    @Nullable String description = row.getString("description");
    return new Endpoint(
        row.getObject("id", UUID.class),
        row.getString("url"),
        Arrays.stream(types).map(EventType::of).flatMap(Optional::stream).toList(),
        description,
        row.getBoolean("enabled"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static String[] texts(List<EventType> types) {
    return types.stream().map(EventType::text).toArray(String[]::new);
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
