package io.tweestap.delivery.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.delivery.ClientNotes;
import io.tweestap.shared.SqlTime;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Hashed;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Writes messages into the outbox: any number in one statement, all or none.
@Repository
public class InsertRows {
  /// A message to a test number is over before it began: nothing of it is kept sealed.
  private static final String INSERT =
      """
      INSERT INTO message
        (tenant_id, id, about, state, priority, channel, recipient_hint, sender, locale, key_id,
        recipient_sealed, content_sealed, recipient_index, hash_key_id, next_attempt_at,
        expires_at, created_at, finished_at, carrier, by_client, send_at, reference, metadata,
        route, route_reason, learned)
      SELECT tenant_id, id, about, state, priority, channel, hint, sender, locale, key_id,
        CASE WHEN state = 'queued' THEN recipient END,
        CASE WHEN state = 'queued' THEN content END,
        recipient_index, hash_key_id, coalesce(send_at, :now), expires_at, :now,
        CASE WHEN state <> 'queued' THEN :now END,
        CASE WHEN state <> 'queued' THEN :test_carrier END,
        by_client, send_at, reference, metadata, route, route_reason,
        CAST(learned AS jsonb)
      FROM unnest(:tenants, :ids, :abouts, :states, :priorities, :channels, :hints, :senders,
          :locales, :key_ids, :recipients, :contents, :indexes, :hash_key_ids, :expires,
          :by_client, :send_at, :references, :metadata, :routes, :route_reasons,
          :learned)
        AS fresh (tenant_id, id, about, state, priority, channel, hint, sender, locale, key_id,
          recipient, content, recipient_index, hash_key_id, expires_at, by_client, send_at,
          reference, metadata, route, route_reason, learned)
      """;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final JsonMapper json;

  InsertRows(JdbcClient jdbc, Vault vault, JsonMapper json) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.json = json;
  }

  /// A row and what only the vault could make of it.
  private record Ready(NewRow row, Sealed recipient, Sealed content, Hashed index) {}

  /// Writes messages that are due at once, or when their application says.
  public void insert(List<NewRow> rows, Instant now) {
    List<Ready> ready = rows.stream().map(this::seal).toList();
    jdbc.sql(INSERT)
        .param("now", SqlTime.of(now))
        .param("test_carrier", ClientNotes.TEST_CARRIER)
        .params(whatItIs(ready))
        .params(sealedColumns(ready))
        .params(whatTheClientSaid(ready))
        .param("routes", column("text", ready, r -> r.row().route().carrier()))
        .param("route_reasons", column("text", ready, r -> r.row().route().reason()))
        .param("learned", column("text", ready, r -> learned(r.row())))
        .update();
  }

  /// Sealed first, hashed afterwards: see [io.tweestap.vault.SealedColumns].
  private Ready seal(NewRow row) {
    byte[] to = row.message().recipient().getBytes(UTF_8);
    Sealed recipient = vault.seal(place(row, "recipient_sealed"), to);
    Sealed content = vault.seal(place(row, "content_sealed"), Content.of(row.message()).bytes());
    return new Ready(row, recipient, content, vault.hashed(HashUse.ADDRESS, row.tenant(), to));
  }

  private static Place place(NewRow row, String column) {
    return new Place(row.tenant(), "message", column, row.id());
  }

  private static Map<String, SqlArrayValue> whatItIs(List<Ready> ready) {
    return Map.of(
        "tenants", column("uuid", ready, r -> r.row().tenant().value()),
        "ids", column("uuid", ready, r -> r.row().id()),
        "abouts", column("uuid", ready, r -> r.row().message().about()),
        "states", column("text", ready, r -> r.row().state().text()),
        "priorities", column("smallint", ready, r -> r.row().message().priority().ordinal()),
        "channels", column("text", ready, r -> r.row().message().channel().text()),
        "hints", column("text", ready, r -> r.row().message().masked()),
        "senders", column("text", ready, r -> r.row().message().sender()),
        "locales", column("text", ready, r -> r.row().message().locale().toLanguageTag()));
  }

  private static Map<String, SqlArrayValue> sealedColumns(List<Ready> ready) {
    return Map.of(
        "key_ids", column("integer", ready, r -> r.content().keyId()),
        "recipients", bytes(ready, r -> r.recipient().bytes()),
        "contents", bytes(ready, r -> r.content().bytes()),
        "indexes", bytes(ready, r -> r.index().bytes()),
        "hash_key_ids", column("integer", ready, r -> r.index().keyId()),
        "expires", column("timestamptz", ready, r -> SqlTime.of(r.row().message().expiresAt())));
  }

  private Map<String, SqlArrayValue> whatTheClientSaid(List<Ready> ready) {
    return Map.of(
        "by_client", column("boolean", ready, r -> r.row().notes().isPresent()),
        "send_at",
            column("timestamptz", ready, r -> r.row().sendAt().map(SqlTime::of).orElse(null)),
        "references", column("text", ready, r -> r.row().reference().orElse(null)),
        "metadata", column("text", ready, r -> metadata(r.row())));
  }

  private @Nullable String learned(NewRow row) {
    return row.route().learned().map(json::writeValueAsString).orElse(null);
  }

  private String metadata(NewRow row) {
    return json.writeValueAsString(row.notes().map(ClientNotes::metadata).orElse(Map.of()));
  }

  private static SqlArrayValue column(
      String type, List<Ready> ready, Function<Ready, ? extends @Nullable Object> value) {
    return new SqlArrayValue(type, ready.stream().map(value).toArray());
  }

  private static SqlArrayValue bytes(List<Ready> ready, Function<Ready, byte[]> value) {
    return new SqlArrayValue("bytea", (Object[]) ready.stream().map(value).toArray(byte[][]::new));
  }
}
