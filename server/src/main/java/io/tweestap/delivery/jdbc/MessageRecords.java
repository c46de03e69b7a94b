package io.tweestap.delivery.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.delivery.MessageState;
import io.tweestap.shared.Channel;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Ids;
import io.tweestap.shared.Page;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Reads what became of messages; never what they say.
@Repository
public class MessageRecords {
  private static final String FIND =
      """
      SELECT id, about, state, priority, channel, recipient_hint, sender, carrier,
        carrier_message_id, attempts, parts, price, price_currency, last_error, created_at,
        next_attempt_at, expires_at, finished_at, reported_at, sequence, redacted_at, by_client,
        send_at, reference, metadata, tries, learned
      FROM message
      WHERE tenant_id = :tenant AND id = :id
      """;

  /// Ids carry the moment a message is due, so a span of time is a span of ids.
  private static final String LIST =
      """
      SELECT id, about, state, priority, channel, recipient_hint, sender, carrier,
        carrier_message_id, attempts, parts, price, price_currency, last_error, created_at,
        next_attempt_at, expires_at, finished_at, reported_at, sequence, redacted_at, by_client,
        send_at, reference, metadata, tries, learned
      FROM message
      WHERE tenant_id = :tenant
        AND (CAST(:state AS text) IS NULL OR state = :state)
        AND (CAST(:channel AS text) IS NULL OR channel = :channel)
        AND (CAST(:about AS uuid) IS NULL OR about = :about)
        AND (CAST(:batch AS uuid) IS NULL OR (about = :batch AND by_client))
        AND (CAST(:indexes AS bytea[]) IS NULL OR recipient_index = ANY(:indexes))
        AND id >= CAST(:since AS uuid)
        AND id < CAST(:until AS uuid)
        AND (CAST(:before AS uuid) IS NULL OR id < :before)
      ORDER BY id DESC
      LIMIT :limit
      """;

  private static final String BATCH =
      """
      SELECT state, count(*) AS messages
      FROM message
      WHERE tenant_id = :tenant
        AND about = :batch
        AND by_client
      GROUP BY state
      """;

  private static final UUID HIGHEST = new UUID(-1, -1);
  private static final UUID LOWEST = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final Vault vault;
  private final MessageReader reader;

  MessageRecords(JdbcClient jdbc, Vault vault, MessageReader reader) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.reader = reader;
  }

  /// One message of the tenant.
  public Optional<MessageRecord> find(TenantId tenant, UUID id) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("id", id)
        .query((row, _) -> reader.read(row))
        .optional();
  }

  /// A page of the tenant's messages, newest first.
  public Page<MessageRecord> list(
      TenantId tenant, MessageFilter filter, Optional<Cursor> after, int size) {
    List<MessageRecord> found =
        jdbc.sql(LIST)
            .param("tenant", tenant.value())
            .param("state", filter.state().map(MessageState::text).orElse(null))
            .param("channel", filter.channel().map(Channel::text).orElse(null))
            .param("about", filter.about().orElse(null))
            .param("batch", filter.batch().orElse(null))
            .param("indexes", filter.to().map(to -> indexes(tenant, to)).orElse(null))
            .param("since", filter.since().map(Ids::lowest).orElse(LOWEST))
            .param("until", filter.until().map(Ids::lowest).orElse(HIGHEST))
            .param("before", after.map(Cursor::last).orElse(null))
            .param("limit", size + 1)
            .query((row, _) -> reader.read(row))
            .list();
    return Page.of(found, size, MessageRecord::id);
  }

  /// How many messages of a batch are in which state; empty when there is no such batch.
  public Map<MessageState, Integer> batch(TenantId tenant, UUID batch) {
    Map<MessageState, Integer> counts = new EnumMap<>(MessageState.class);
    jdbc.sql(BATCH)
        .param("tenant", tenant.value())
        .param("batch", batch)
        .query(row -> {
          counts.put(MessageState.of(row.getString("state")).orElseThrow(), row.getInt("messages"));
        });
    return counts;
  }

  private SqlArrayValue indexes(TenantId tenant, String to) {
    return new SqlArrayValue(
        "bytea",
        (Object[])
            vault.candidates(HashUse.ADDRESS, tenant, to.getBytes(UTF_8)).toArray(byte[][]::new));
  }
}
