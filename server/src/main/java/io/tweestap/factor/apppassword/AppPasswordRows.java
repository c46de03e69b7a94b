package io.tweestap.factor.apppassword;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.vault.Hashed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `app_password`.
@Repository
class AppPasswordRows {
  private static final String INSERT =
      """
      INSERT INTO app_password
        (tenant_id, id, user_id, service, device, password_hash, hash_key_id, networks, expires_at,
        created_at)
      SELECT :tenant, :id, :user, :service, :device, :hash, :hash_key, :networks, :expires_at,
        :created_at
      WHERE (SELECT count(*) FROM app_password WHERE tenant_id = :tenant AND user_id = :user) < :max
      """;

  /// Takes the row of the user's own, so that wishes for one user are granted one after the other.
  private static final String LOCK =
      """
      SELECT pg_advisory_xact_lock(hashtextextended(:key, 0)) IS NULL
      """;

  private static final String OF_USER =
      """
      SELECT id, user_id, service, device, hash_key_id, networks, expires_at, last_used_at,
        created_at
      FROM app_password
      WHERE tenant_id = :tenant
        AND user_id = :user
      ORDER BY id
      """;

  private static final String BY_HASH =
      """
      SELECT id, user_id, service, device, hash_key_id, networks, expires_at, last_used_at,
        created_at
      FROM app_password
      WHERE tenant_id = :tenant
        AND password_hash = ANY(:hashes)
      """;

  /// Says whether the password was still there: one that was revoked at this moment is not used.
  private static final String TOUCH =
      """
      UPDATE app_password
      SET last_used_at = greatest(last_used_at, :now),
        password_hash = :hash,
        hash_key_id = :hash_key
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  private static final String DELETE =
      """
      DELETE FROM app_password
      WHERE tenant_id = :tenant
        AND user_id = :user
        AND id = :id
      RETURNING id, user_id, service, device, hash_key_id, networks, expires_at, last_used_at,
        created_at
      """;

  private static final String DELETE_ALL =
      """
      DELETE FROM app_password
      WHERE tenant_id = :tenant
        AND user_id = :user
      """;

  private final JdbcClient jdbc;

  AppPasswordRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A password and the key that its hash was made with.
  record Row(AppPassword password, int hashKeyId) {}

  /// Lets wishes for one user wait for each other until the transaction's end.
  void lock(TenantId tenant, UserId user) {
    jdbc.sql(LOCK)
        .param("key", "app_password " + tenant.value() + " " + user.value())
        .query(Boolean.class)
        .single();
  }

  /// Whether the user had fewer than `max`.
  boolean insert(TenantId tenant, AppPassword password, Hashed hash, int max) {
    return jdbc.sql(INSERT)
            .param("tenant", tenant.value())
            .param("id", password.id())
            .param("user", password.user().value())
            .param("service", password.service().text())
            .param("device", password.device())
            .param("hash", hash.bytes())
            .param("hash_key", hash.keyId())
            .param("networks", networks(password))
            .param("expires_at", password.expiresAt().map(SqlTime::of).orElse(null))
            .param("created_at", SqlTime.of(password.createdAt()))
            .param("max", max)
            .update()
        == 1;
  }

  /// The user's passwords, oldest first.
  List<AppPassword> of(TenantId tenant, UserId user) {
    return jdbc.sql(OF_USER)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .query((row, _) -> read(row).password())
        .list();
  }

  /// The password with one of these hashes.
  Optional<Row> find(TenantId tenant, List<byte[]> hashes) {
    return jdbc.sql(BY_HASH)
        .param("tenant", tenant.value())
        .param("hashes", new SqlArrayValue("bytea", hashes.toArray(byte[][]::new)))
        .query((row, _) -> read(row))
        .optional();
  }

  /// Notes the use, and the hash under the key that counts now.
  ///
  /// @return whether it is still there
  boolean touch(TenantId tenant, UUID id, Hashed hash, Instant now) {
    return jdbc.sql(TOUCH)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("now", SqlTime.of(now))
            .param("hash", hash.bytes())
            .param("hash_key", hash.keyId())
            .update()
        == 1;
  }

  /// The password that was deleted.
  Optional<AppPassword> delete(TenantId tenant, UserId user, UUID id) {
    return jdbc.sql(DELETE)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("id", id)
        .query((row, _) -> read(row).password())
        .optional();
  }

  /// How many there were.
  int deleteAll(TenantId tenant, UserId user) {
    return jdbc.sql(DELETE_ALL)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .update();
  }

  private static SqlArrayValue networks(AppPassword password) {
    return new SqlArrayValue(
        "text", password.networks().stream().map(SourceNetwork::text).toArray());
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        new AppPassword(
            row.getObject("id", UUID.class),
            new UserId(row.getObject("user_id", UUID.class)),
            new ServiceName(row.getString("service")),
            row.getString("device"),
            Arrays.stream((String[]) row.getArray("networks").getArray())
                .map(SourceNetwork::of)
                .toList(),
            Optional.ofNullable(SqlTime.readNullable(row, "expires_at")),
            Optional.ofNullable(SqlTime.readNullable(row, "last_used_at")),
            SqlTime.read(row, "created_at")),
        row.getInt("hash_key_id"));
  }
}
