package io.tweestap.inbound.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.inbound.InboundFilter;
import io.tweestap.inbound.InboundMessage;
import io.tweestap.inbound.Masked;
import io.tweestap.inbound.WholeMessage;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Ids;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.sms.ReceivedCoding;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `inbound`: number and text sealed, each to its own place.
@Repository
public class InboundRows {
  private static final String INSERT =
      """
      INSERT INTO inbound (tenant_id, id, carrier, carrier_message_id, to_address, from_hint,
        from_index, key_id, from_sealed, text_sealed, encoding, parts, parts_received, received_at)
      VALUES (:tenant, :id, :carrier, :identity, :to, :hint, :index, :key, :from, :text, :encoding,
        :parts, :received, :now)
      """;

  private static final String FIND =
      """
      SELECT tenant_id, id, carrier, carrier_message_id, to_address, from_sealed, text_sealed,
        encoding, parts, parts_received, received_at, redacted_at
      FROM inbound
      WHERE tenant_id = :tenant AND id = :id
      """;

  /// Ids carry the moment a message came, so a span of time is a span of ids.
  private static final String LIST =
      """
      SELECT tenant_id, id, carrier, carrier_message_id, to_address, from_sealed, text_sealed,
        encoding, parts, parts_received, received_at, redacted_at
      FROM inbound
      WHERE tenant_id = :tenant
        AND (CAST(:indexes AS bytea[]) IS NULL OR from_index = ANY(:indexes))
        AND (CAST(:to AS text) IS NULL OR to_address = :to)
        AND id >= CAST(:since AS uuid)
        AND id < CAST(:until AS uuid)
        AND (CAST(:before AS uuid) IS NULL OR id < :before)
      ORDER BY id DESC
      LIMIT :limit
      """;

  private static final String REDACT =
      """
      UPDATE inbound
      SET from_hint = 'redacted', from_index = NULL, from_sealed = NULL, text_sealed = NULL,
        redacted_at = :now
      WHERE tenant_id = :tenant
        AND id = :id
        AND redacted_at IS NULL
      """;

  private static final UUID HIGHEST = new UUID(-1, -1);
  private static final UUID LOWEST = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final Vault vault;

  InboundRows(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /// Seals first and hashes afterwards: the row's key is never newer than its index.
  public void insert(TenantId tenant, UUID id, WholeMessage message, Instant now) {
    byte[] from = message.from().getBytes(UTF_8);
    Sealed sealedFrom = vault.seal(place(tenant, "from_sealed", id), from);
    Sealed text = vault.seal(place(tenant, "text_sealed", id), message.text().getBytes(UTF_8));
    jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("carrier", message.carrier())
        .param("identity", message.identity().orElse(null))
        .param("to", message.to())
        .param("hint", Masked.of(message.from()))
        .param("index", vault.hash(HashUse.ADDRESS, tenant, from))
        .param("key", Math.min(sealedFrom.keyId(), text.keyId()))
        .param("from", sealedFrom.bytes())
        .param("text", text.bytes())
        .param("encoding", message.coding().text())
        .param("parts", message.parts().size())
        .param("received", message.partsReceived())
        .param("now", SqlTime.of(now))
        .update();
  }

  public Optional<InboundMessage> find(TenantId tenant, UUID id) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("id", id)
        .query((row, _) -> read(tenant, row))
        .optional();
  }

  /// Newest first.
  public List<InboundMessage> list(
      TenantId tenant, InboundFilter filter, Optional<Cursor> after, int most) {
    return jdbc.sql(LIST)
        .param("tenant", tenant.value())
        .param("indexes", filter.from().map(from -> indexes(tenant, from)).orElse(null))
        .param("to", filter.to().orElse(null))
        .param("since", filter.since().map(Ids::lowest).orElse(LOWEST))
        .param("until", filter.until().map(Ids::lowest).orElse(HIGHEST))
        .param("before", after.map(Cursor::last).orElse(null))
        .param("limit", most)
        .query((row, _) -> read(tenant, row))
        .list();
  }

  /// Takes number and text out; whether they were there.
  public boolean redact(TenantId tenant, UUID id, Instant now) {
    return jdbc.sql(REDACT)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  private InboundMessage read(TenantId tenant, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new InboundMessage(
        id,
        content(tenant, id, row),
        row.getString("to_address"),
        ReceivedCoding.of(row.getString("encoding")).orElseThrow(),
        row.getString("carrier"),
        row.getString("carrier_message_id"),
        row.getInt("parts"),
        row.getInt("parts_received"),
        SqlTime.read(row, "received_at"),
        SqlTime.readNullable(row, "redacted_at"));
  }

  private Optional<InboundMessage.Content> content(TenantId tenant, UUID id, ResultSet row)
      throws SQLException {
    byte[] from = row.getBytes("from_sealed");
    byte[] text = row.getBytes("text_sealed");
    return from == null || text == null
        ? Optional.empty()
        : Optional.of(
            new InboundMessage.Content(
                new String(vault.open(place(tenant, "from_sealed", id), from), UTF_8),
                new String(vault.open(place(tenant, "text_sealed", id), text), UTF_8)));
  }

  private SqlArrayValue indexes(TenantId tenant, String from) {
    return new SqlArrayValue(
        "bytea",
        (Object[])
            vault.candidates(HashUse.ADDRESS, tenant, from.getBytes(UTF_8)).toArray(byte[][]::new));
  }

  private static Place place(TenantId tenant, String column, UUID id) {
    return new Place(tenant, "inbound", column, id);
  }
}
