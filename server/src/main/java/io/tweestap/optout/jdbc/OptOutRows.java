package io.tweestap.optout.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.optout.OptOut;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
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
import org.springframework.stereotype.Repository;

/// The rows of table `opt_out`, found by a blind index of the number.
@Repository
public class OptOutRows {
  /// While keys rotate a number has two indexes.
  private static final String ADD =
      """
      INSERT INTO opt_out (tenant_id, id, sender, number_hint, number_index, key_id, number_sealed,
        source, created_at)
      SELECT :tenant, :id, :sender, :hint, :index, :key, :number, :source, :now
      WHERE NOT EXISTS (
        SELECT 1
        FROM opt_out
        WHERE tenant_id = :tenant
          AND number_index = ANY(:indexes)
          AND sender = :sender)
      ON CONFLICT (tenant_id, number_index, sender) DO NOTHING
      """;

  private static final String LIST =
      """
      SELECT id, number_hint, sender, source, created_at
      FROM opt_out
      WHERE tenant_id = :tenant
        AND (CAST(:indexes AS bytea[]) IS NULL OR number_index = ANY(:indexes))
        AND (CAST(:sender AS text) IS NULL OR sender = :sender)
        AND (CAST(:before AS uuid) IS NULL OR id < :before)
      ORDER BY id DESC
      LIMIT :limit
      """;

  private static final String EXISTS =
      """
      SELECT EXISTS (
        SELECT 1
        FROM opt_out
        WHERE tenant_id = :tenant
          AND id = :id)
      """;

  private static final String REMOVE =
      """
      DELETE FROM opt_out
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  private static final String REMOVE_OF =
      """
      DELETE FROM opt_out
      WHERE tenant_id = :tenant
        AND number_index = ANY(:indexes)
        AND sender = :sender
      """;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final AmongRows among;

  OptOutRows(JdbcClient jdbc, Vault vault, AmongRows among) {
    this.jdbc = jdbc;
    this.among = among;
    this.vault = vault;
  }

  /// Seals first and hashes afterwards: the row's key is never newer than its index.
  ///
  /// @return whether it is new
  public boolean add(
      TenantId tenant, UUID id, PhoneNumber number, String sender, String source, Instant now) {
    byte[] whole = number.e164().getBytes(UTF_8);
    Sealed sealed = vault.seal(new Place(tenant, "opt_out", "number_sealed", id), whole);
    return jdbc.sql(ADD)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("sender", sender)
            .param("hint", number.masked())
            .param("index", vault.hash(HashUse.ADDRESS, tenant, whole))
            .param("indexes", among.indexes(tenant, number.e164()))
            .param("key", sealed.keyId())
            .param("number", sealed.bytes())
            .param("source", source)
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  /// The one of a number for a sender.
  public Optional<OptOut> find(TenantId tenant, PhoneNumber number, String sender) {
    return list(tenant, Optional.of(number.e164()), Optional.of(sender), Optional.empty(), 1)
        .stream()
        .findFirst();
  }

  /// Newest first.
  public List<OptOut> list(
      TenantId tenant, Optional<String> number, Optional<Cursor> after, int most) {
    return list(tenant, number, Optional.empty(), after, most);
  }

  private List<OptOut> list(
      TenantId tenant,
      Optional<String> number,
      Optional<String> sender,
      Optional<Cursor> after,
      int most) {
    return jdbc.sql(LIST)
        .param("tenant", tenant.value())
        .param("indexes", number.map(one -> among.indexes(tenant, one)).orElse(null))
        .param("sender", sender.orElse(null))
        .param("before", after.map(Cursor::last).orElse(null))
        .param("limit", most)
        .query((row, _) -> optOut(row))
        .list();
  }

  public boolean exists(TenantId tenant, UUID id) {
    return jdbc.sql(EXISTS)
        .param("tenant", tenant.value())
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /// @return whether there was one
  public boolean remove(TenantId tenant, UUID id) {
    return jdbc.sql(REMOVE).param("tenant", tenant.value()).param("id", id).update() == 1;
  }

  /// @return whether there was one
  public boolean remove(TenantId tenant, PhoneNumber number, String sender) {
    return jdbc.sql(REMOVE_OF)
            .param("tenant", tenant.value())
            .param("indexes", among.indexes(tenant, number.e164()))
            .param("sender", sender)
            .update()
        > 0;
  }

  private static OptOut optOut(ResultSet row) throws SQLException {
    return new OptOut(
        row.getObject("id", UUID.class),
        row.getString("number_hint"),
        row.getString("sender"),
        row.getString("source"),
        SqlTime.read(row, "created_at"));
  }
}
