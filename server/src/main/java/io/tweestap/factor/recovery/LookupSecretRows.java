package io.tweestap.factor.recovery;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.recovery.LookupSecrets.Found;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.vault.Hashed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `lookup_secret`.
@Repository
class LookupSecretRows {
  private static final String INSERT =
      """
      INSERT INTO lookup_secret (tenant_id, id, user_id, factor_id, secret_hash, hash_key_id)
      VALUES (:tenant, :id, :user, :factor, :hash, :hash_key)
      """;

  private static final String FIND =
      """
      SELECT CASE WHEN spent_at IS NULL THEN 'UNSPENT' ELSE 'SPENT' END
      FROM lookup_secret
      WHERE tenant_id = :tenant
        AND factor_id = :factor
        AND secret_hash = ANY(:hashes)
      """;

  private static final String SPEND =
      """
      UPDATE lookup_secret
      SET spent_at = :now
      WHERE tenant_id = :tenant
        AND factor_id = :factor
        AND secret_hash = ANY(:hashes)
        AND spent_at IS NULL
      """;

  private static final String DELETE =
      """
      DELETE FROM lookup_secret
      WHERE tenant_id = :tenant
        AND factor_id = :factor
      """;

  private static final String DELETE_OF_USER =
      """
      DELETE FROM lookup_secret
      WHERE tenant_id = :tenant
        AND user_id = :user
      """;

  private final JdbcClient jdbc;

  LookupSecretRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(TenantId tenant, UUID id, UserId user, FactorId factor, Hashed hash) {
    jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("user", user.value())
        .param("factor", factor.value())
        .param("hash", hash.bytes())
        .param("hash_key", hash.keyId())
        .update();
  }

  Found find(TenantId tenant, FactorId factor, List<byte[]> hashes) {
    return with(FIND, tenant, factor, hashes)
        .query(String.class)
        .optional()
        .map(Found::valueOf)
        .orElse(Found.NOTHING);
  }

  boolean spend(TenantId tenant, FactorId factor, List<byte[]> hashes, Instant now) {
    return with(SPEND, tenant, factor, hashes).param("now", SqlTime.of(now)).update() == 1;
  }

  void delete(TenantId tenant, FactorId factor) {
    jdbc.sql(DELETE).param("tenant", tenant.value()).param("factor", factor.value()).update();
  }

  void delete(TenantId tenant, UserId user) {
    jdbc.sql(DELETE_OF_USER).param("tenant", tenant.value()).param("user", user.value()).update();
  }

  private JdbcClient.StatementSpec with(
      String sql, TenantId tenant, FactorId factor, List<byte[]> hashes) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("factor", factor.value())
        .param("hashes", new SqlArrayValue("bytea", hashes.toArray(byte[][]::new)));
  }
}
