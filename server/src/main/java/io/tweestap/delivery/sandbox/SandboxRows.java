package io.tweestap.delivery.sandbox;

import io.tweestap.shared.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts messages onto handsets and takes old ones off again.
@Repository
class SandboxRows {
  static final Duration KEPT = Duration.ofHours(24);
  static final int KEPT_PER_HANDSET = 50;
  static final int PURGE_BATCH = 5_000;

  private static final String INSERT =
      """
      INSERT INTO sandbox_message
        (tenant_id, id, message_id, channel, recipient_hash, key_id, recipient_sealed,
        content_sealed, created_at)
      SELECT *
      FROM unnest(:tenants, :ids, :messages, :channels, :hashes, :keys, :recipients,
        :contents, :moments)
      """;

  /// Each handset keeps its newest messages. A row that somebody else has locked is being deleted
  /// already.
  private static final String TRIM =
      """
      DELETE FROM sandbox_message AS gone
      USING (
        SELECT old.tenant_id, old.id
        FROM unnest(:tenants, :hashes) AS handset (tenant_id, hash)
        CROSS JOIN LATERAL (
          SELECT id
          FROM sandbox_message
          WHERE tenant_id = handset.tenant_id AND recipient_hash = handset.hash
          ORDER BY id DESC
          OFFSET :kept - 1
          LIMIT 1
        ) AS last_kept
        JOIN sandbox_message AS old
          ON old.tenant_id = handset.tenant_id
          AND old.recipient_hash = handset.hash
          AND old.id < last_kept.id
        FOR UPDATE OF old SKIP LOCKED
      ) AS surplus
      WHERE gone.tenant_id = surplus.tenant_id AND gone.id = surplus.id
      """;

  private static final String PURGE_ACROSS_TENANTS =
      """
      DELETE FROM sandbox_message
      WHERE ctid = ANY(ARRAY(
        SELECT ctid
        FROM sandbox_message
        WHERE created_at <= :before
        LIMIT :batch
        FOR UPDATE SKIP LOCKED
      ))
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SandboxRows(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Writes the deliveries, all or none.
  void insert(List<Delivery> deliveries) {
    transaction.executeWithoutResult(_ -> {
      write(deliveries);
      trim(deliveries);
    });
  }

  /// Deletes what is older than 24 hours, a batch at a time.
  ///
  /// @return how many messages went
  int purge() {
    return jdbc.sql(PURGE_ACROSS_TENANTS)
        .param("before", SqlTime.of(clock.instant().minus(KEPT)))
        .param("batch", PURGE_BATCH)
        .update();
  }

  private void write(List<Delivery> deliveries) {
    jdbc.sql(INSERT)
        .param("tenants", column("uuid", deliveries, d -> d.message().tenant().value()))
        .param("ids", column("uuid", deliveries, Delivery::id))
        .param("messages", column("uuid", deliveries, d -> d.message().id()))
        .param("channels", column("text", deliveries, d -> d.message().channel().text()))
        .param("hashes", bytes(deliveries, Delivery::recipientHash))
        .param("keys", column("integer", deliveries, Delivery::keyId))
        .param("recipients", bytes(deliveries, Delivery::recipientSealed))
        .param("contents", bytes(deliveries, Delivery::contentSealed))
        .param("moments", column("timestamptz", deliveries, d -> SqlTime.of(d.at())))
        .update();
  }

  private void trim(List<Delivery> deliveries) {
    Map<Key, Delivery> byHandset = new LinkedHashMap<>();
    deliveries.forEach(delivery -> byHandset.put(Key.of(delivery), delivery));
    Collection<Delivery> handsets = byHandset.values();
    jdbc.sql(TRIM)
        .param("tenants", column("uuid", handsets, d -> d.message().tenant().value()))
        .param("hashes", bytes(handsets, Delivery::recipientHash))
        .param("kept", KEPT_PER_HANDSET)
        .update();
  }

  private static SqlArrayValue column(
      String type, Collection<Delivery> deliveries, Function<Delivery, Object> value) {
    return new SqlArrayValue(type, deliveries.stream().map(value).toArray());
  }

  /// The driver wants an array of byte arrays, not of objects.
  private static SqlArrayValue bytes(
      Collection<Delivery> deliveries, Function<Delivery, byte[]> value) {
    return new SqlArrayValue(
        "bytea", (Object[]) deliveries.stream().map(value).toArray(byte[][]::new));
  }

  private record Key(UUID tenant, String to) {
    static Key of(Delivery delivery) {
      return new Key(delivery.message().tenant().value(), delivery.message().recipient());
    }
  }
}
