package io.tweestap.tenant;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.Hashed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `api_client`.
@Repository
class ClientRows {
  private static final String INSERT =
      """
      INSERT INTO api_client (tenant_id, client_id, secret_hash, hash_key_id, scopes, label,
          created_at)
      VALUES (:tenant, :client, :hash, :key, :scopes, :label, :now)
      """;

  private static final String FIND =
      """
      SELECT secret_hash, hash_key_id, scopes, revoked_at IS NOT NULL AS revoked
      FROM api_client
      WHERE tenant_id = :tenant
        AND client_id = :client
      """;

  private static final String REHASH =
      """
      UPDATE api_client
      SET secret_hash = :hash, hash_key_id = :key
      WHERE tenant_id = :tenant
        AND client_id = :client
        AND hash_key_id = :old_key
      """;

  private static final String REVOKE =
      """
      UPDATE api_client
      SET revoked_at = :now
      WHERE tenant_id = :tenant
        AND client_id = :client
        AND revoked_at IS NULL
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ClientRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// What is known of one client.
  record Row(byte[] secretHash, int keyId, Set<Scope> scopes, boolean revoked) {}

  void insert(TenantId tenant, String clientId, Hashed secret, Set<Scope> scopes, String label) {
    jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("client", clientId)
        .param("hash", secret.bytes())
        .param("key", secret.keyId())
        .param("scopes", scopes.stream().map(Scope::text).sorted().toArray(String[]::new))
        .param("label", label)
        .param("now", SqlTime.of(clock.instant()))
        .update();
  }

  Optional<Row> find(TenantId tenant, String clientId) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("client", clientId)
        .query(ClientRows::row)
        .optional();
  }

  /// Writes the same secret under another key.
  void rehash(TenantId tenant, String clientId, int oldKeyId, Hashed secret) {
    jdbc.sql(REHASH)
        .param("tenant", tenant.value())
        .param("client", clientId)
        .param("old_key", oldKeyId)
        .param("hash", secret.bytes())
        .param("key", secret.keyId())
        .update();
  }

  /// Whether the client was there and not revoked before.
  boolean revoke(TenantId tenant, String clientId) {
    return jdbc.sql(REVOKE)
            .param("tenant", tenant.value())
            .param("client", clientId)
            .param("now", SqlTime.of(clock.instant()))
            .update()
        == 1;
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getBytes("secret_hash"),
        row.getInt("hash_key_id"),
        scopes((String[]) row.getArray("scopes").getArray()),
        row.getBoolean("revoked"));
  }

  /// A scope that this version does not know is left out rather than refused.
  private static Set<Scope> scopes(String[] texts) {
    return Arrays.stream(texts)
        .map(Scope::of)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }
}
