package io.tweestap.delivery.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.shared.Channel;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// What stands on the handsets of a tenant.
@Repository
@WhenSandbox
class Handsets {
  /// The most handsets that are listed.
  static final int HANDSETS_MAX = 40;

  private static final String FIND =
      """
      SELECT id, message_id, channel, recipient_sealed, content_sealed, created_at
      FROM sandbox_message
      WHERE tenant_id = :tenant
        AND (CAST(:hashes AS bytea[]) IS NULL OR recipient_hash = ANY(:hashes))
        AND (CAST(:before AS uuid) IS NULL OR id < :before)
        AND created_at > :since
      ORDER BY id DESC
      LIMIT :limit
      """;

  /// Among the newest messages only, so that a load test does not make the list slow.
  private static final String NEWEST_PER_HANDSET =
      """
      SELECT id, channel, recipient_sealed, created_at
      FROM (
        SELECT DISTINCT ON (recipient_hash) id, channel, recipient_sealed, created_at
        FROM (
          SELECT id, channel, recipient_hash, recipient_sealed, created_at
          FROM sandbox_message
          WHERE tenant_id = :tenant AND created_at > :since
          ORDER BY id DESC
          LIMIT :looked_at
        ) AS recent
        ORDER BY recipient_hash, id DESC
      ) AS newest
      ORDER BY id DESC
      LIMIT :limit
      """;

  private static final String CLEAR =
      """
      DELETE FROM sandbox_message
      WHERE tenant_id = :tenant
        AND (CAST(:hashes AS bytea[]) IS NULL OR recipient_hash = ANY(:hashes))
      """;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  Handsets(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /// Messages of one handset or of all, newest first, none older than 24 hours.
  Page<HandsetMessage> messages(
      TenantId tenant, Optional<String> to, Optional<Cursor> after, int size) {
    List<HandsetMessage> found =
        jdbc.sql(FIND)
            .param("tenant", tenant.value())
            .param("hashes", hashes(tenant, to))
            .param("before", after.map(Cursor::last).orElse(null))
            .param("since", since())
            .param("limit", size + 1)
            .query((row, _) -> message(tenant, row))
            .list();
    return Page.of(found, size, HandsetMessage::id);
  }

  /// The handsets that got something, newest first.
  List<Handset> list(TenantId tenant) {
    return jdbc.sql(NEWEST_PER_HANDSET)
        .param("tenant", tenant.value())
        .param("since", since())
        .param("looked_at", HANDSETS_MAX * SandboxRows.KEPT_PER_HANDSET)
        .param("limit", HANDSETS_MAX)
        .query((row, _) ->
            new Handset(recipient(tenant, row), channel(row), SqlTime.read(row, "created_at")))
        .list();
  }

  /// Takes everything off one handset or all.
  void clear(TenantId tenant, Optional<String> to) {
    jdbc.sql(CLEAR).param("tenant", tenant.value()).param("hashes", hashes(tenant, to)).update();
  }

  private @Nullable SqlArrayValue hashes(TenantId tenant, Optional<String> to) {
    return to.map(address ->
            vault
                .candidates(HashUse.ADDRESS, tenant, address.getBytes(UTF_8))
                .toArray(byte[][]::new))
        .map(hashes -> new SqlArrayValue("bytea", (Object[]) hashes))
        .orElse(null);
  }

  private OffsetDateTime since() {
    return SqlTime.of(clock.instant().minus(SandboxRows.KEPT));
  }

  private HandsetMessage message(TenantId tenant, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    HandsetContent content =
        HandsetContent.of(
            vault.open(HandsetPlaces.content(tenant, id), row.getBytes("content_sealed")));
    return new HandsetMessage(
        id,
        row.getObject("message_id", UUID.class),
        channel(row),
        recipient(tenant, row),
        content.sender(),
        content.subject(),
        content.text(),
        content.locale(),
        SqlTime.read(row, "created_at"));
  }

  private String recipient(TenantId tenant, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte[] sealed = row.getBytes("recipient_sealed");
    return new String(vault.open(HandsetPlaces.recipient(tenant, id), sealed), UTF_8);
  }

  private static Channel channel(ResultSet row) throws SQLException {
    return Channel.of(row.getString("channel")).orElseThrow();
  }
}
