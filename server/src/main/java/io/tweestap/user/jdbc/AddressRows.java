package io.tweestap.user.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.address.AddressKind;
import io.tweestap.user.address.NewAddress;
import io.tweestap.user.address.UserAddress;
import io.tweestap.user.jdbc.StoredAddress.Fresh;
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
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Addresses: sealed, found by a blind index (PRV-7).
@Repository
public class AddressRows {
  private static final String INSERT =
      """
      INSERT INTO user_address
        (tenant_id, id, user_id, kind, hint, key_id, address_sealed, address_index, created_at)
      SELECT :tenant, id, user_id, kind, hint, key_id, sealed, blind, :now
      FROM unnest(:ids, :users, :kinds, :hints, :keys, :sealed, :indexes)
        AS fresh (id, user_id, kind, hint, key_id, sealed, blind)
      """;

  private static final String FIND =
      """
      SELECT id, user_id, kind, hint, address_sealed, address_index, verification_id, verified_at,
        created_at
      FROM user_address
      WHERE tenant_id = :tenant
        AND user_id = ANY(:users)
      ORDER BY id
      """;

  private static final String DELETE =
      """
      DELETE FROM user_address
      WHERE tenant_id = :tenant
        AND id = ANY(:ids)
      """;

  private static final String BEGIN =
      """
      UPDATE user_address
      SET verification_id = :verification
      WHERE tenant_id = :tenant
        AND user_id = :user
        AND id = :id
      """;

  /// Only the verification that was begun last proves anything, and only of this very address.
  private static final String PROVE =
      """
      UPDATE user_address
      SET verified_at = :now, verification_id = NULL
      WHERE tenant_id = :tenant
        AND user_id = :user
        AND id = :id
        AND verification_id = :verification
      """;

  private final JdbcClient jdbc;
  private final Vault vault;

  AddressRows(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /// The addresses of users, in the order in which they were added.
  public List<StoredAddress> of(TenantId tenant, List<UUID> users) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("users", UserBatch.array("uuid", users, user -> user))
        .query((row, _) -> read(row))
        .list();
  }

  /// Adds addresses. Sealed first, hashed afterwards: see [io.tweestap.vault.SealedColumns].
  public void insert(TenantId tenant, List<Fresh> fresh, Instant now) {
    List<Sealed> sealed =
        fresh.stream().map(f -> vault.seal(place(tenant, f.id()), f.address().bytes())).toList();
    List<byte[]> indexes =
        fresh.stream().map(f -> vault.hash(HashUse.ADDRESS, tenant, f.address().bytes())).toList();
    jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("ids", UserBatch.array("uuid", fresh, Fresh::id))
        .param("users", UserBatch.array("uuid", fresh, Fresh::user))
        .param("kinds", UserBatch.array("text", fresh, f -> f.address().kind().text()))
        .param("hints", UserBatch.array("text", fresh, f -> f.address().masked()))
        .param("keys", UserBatch.array("integer", sealed, Sealed::keyId))
        .param("sealed", bytes(sealed.stream().map(Sealed::bytes)))
        .param("indexes", bytes(indexes.stream()))
        .param("now", SqlTime.of(now))
        .update();
  }

  /// Removes addresses.
  public void delete(TenantId tenant, List<UUID> ids) {
    jdbc.sql(DELETE)
        .param("tenant", tenant.value())
        .param("ids", UserBatch.array("uuid", ids, id -> id))
        .update();
  }

  /// Remembers which verification is to prove the address; whether the address is there.
  public boolean begin(TenantId tenant, UUID user, UUID id, UUID verification) {
    return jdbc.sql(BEGIN)
            .param("tenant", tenant.value())
            .param("user", user)
            .param("id", id)
            .param("verification", verification)
            .update()
        == 1;
  }

  /// Marks the address as proven by this verification; false when it is another one by now.
  public boolean prove(TenantId tenant, UUID user, UUID id, UUID verification, Instant now) {
    return jdbc.sql(PROVE)
            .param("tenant", tenant.value())
            .param("user", user)
            .param("id", id)
            .param("verification", verification)
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  /// The whole address.
  public String open(TenantId tenant, StoredAddress address) {
    return new String(vault.open(place(tenant, address.shown().id()), address.sealed()), UTF_8);
  }

  /// Whether a stored address and a given one are the same, without opening it; also while keys
  /// rotate.
  public boolean same(TenantId tenant, StoredAddress stored, NewAddress given) {
    return stored.shown().kind() == given.kind()
        && stored.isOneOf(vault.candidates(HashUse.ADDRESS, tenant, given.bytes()));
  }

  private static SqlArrayValue bytes(Stream<byte[]> column) {
    return new SqlArrayValue("bytea", (Object[]) column.toArray(byte[][]::new));
  }

  private static Place place(TenantId tenant, UUID id) {
    return new Place(tenant, "user_address", "address_sealed", id);
  }

  private static StoredAddress read(ResultSet row) throws SQLException {
    return new StoredAddress(
        row.getObject("user_id", UUID.class),
        new UserAddress(
            row.getObject("id", UUID.class),
            AddressKind.of(row.getString("kind")).orElseThrow(),
            row.getString("hint"),
            Optional.ofNullable(SqlTime.readNullable(row, "verified_at")),
            SqlTime.read(row, "created_at")),
        row.getBytes("address_sealed"),
        row.getBytes("address_index"),
        Optional.ofNullable(row.getObject("verification_id", UUID.class)));
  }
}
