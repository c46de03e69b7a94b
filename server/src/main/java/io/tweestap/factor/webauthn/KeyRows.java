package io.tweestap.factor.webauthn;

import io.tweestap.factor.FactorId;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `webauthn_credential`.
@Repository
class KeyRows {
  private static final String INSERT =
      """
      INSERT INTO webauthn_credential
        (tenant_id, credential_id, factor_id, user_id, rp_id, public_key, sign_count,
        uv_initialized, backup_eligible, backup_state, transports, aaguid, attestation, created_at)
      VALUES
        (:tenant, :credential, :factor, :user, :rp_id, :public_key, :sign_count,
        :uv_initialized, :backup_eligible, :backup_state, :transports, :aaguid, :attestation, :now)
      ON CONFLICT DO NOTHING
      """;

  private static final String OF_USER =
      """
      SELECT credential_id, factor_id, rp_id, public_key, sign_count, uv_initialized,
        backup_eligible, backup_state, transports, aaguid, attestation
      FROM webauthn_credential
      WHERE tenant_id = :tenant
        AND user_id = :user
      ORDER BY factor_id
      """;

  private static final String EXISTS =
      """
      SELECT count(*)
      FROM webauthn_credential
      WHERE tenant_id = :tenant
        AND credential_id = :credential
      """;

  /// The counter never goes down here; whether it did in the answer is judged before.
  private static final String USED =
      """
      UPDATE webauthn_credential
      SET sign_count = GREATEST(sign_count, :sign_count), backup_state = :backup_state
      WHERE tenant_id = :tenant
        AND factor_id = :factor
      """;

  private static final String FACTS =
      """
      UPDATE factor
      SET parameters = CAST(:parameters AS jsonb)
      WHERE tenant_id = :tenant
        AND id = :factor
      """;

  private static final String DELETE =
      """
      DELETE FROM webauthn_credential
      WHERE tenant_id = :tenant
        AND factor_id = :factor
      """;

  private static final String DELETE_OF_USER =
      """
      DELETE FROM webauthn_credential
      WHERE tenant_id = :tenant
        AND user_id = :user
      """;

  private final JdbcClient jdbc;

  KeyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Registers a key.
  ///
  /// @param parameters what the factor shows of it, as JSON
  /// @return not when it is registered already, to whomever (WA-13)
  boolean insert(TenantId tenant, UserId user, Key key, String parameters, Instant now) {
    boolean inserted =
        jdbc.sql(INSERT)
                .param("tenant", tenant.value())
                .param("credential", key.credentialId())
                .param("factor", key.factor().value())
                .param("user", user.value())
                .param("rp_id", key.rpId())
                .param("public_key", key.cose())
                .param("sign_count", key.signCount())
                .param("uv_initialized", key.uvInitialized())
                .param("backup_eligible", key.backupEligible())
                .param("backup_state", key.backedUp())
                .param("transports", key.transports().toArray(String[]::new))
                .param("aaguid", key.aaguid())
                .param("attestation", key.attestation())
                .param("now", SqlTime.of(now))
                .update()
            == 1;
    return inserted
        && jdbc.sql(FACTS)
                .param("tenant", tenant.value())
                .param("factor", key.factor().value())
                .param("parameters", parameters)
                .update()
            == 1;
  }

  /// All keys of a user, also those whose factor is out of use.
  List<Key> of(TenantId tenant, UserId user) {
    return jdbc.sql(OF_USER)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .query((row, _) -> read(row))
        .list();
  }

  /// The key of a factor.
  Optional<Key> find(TenantId tenant, UserId user, FactorId factor) {
    return of(tenant, user).stream().filter(key -> key.factor().equals(factor)).findFirst();
  }

  /// Whether somebody of the tenant has this key.
  boolean exists(TenantId tenant, byte[] credentialId) {
    return jdbc.sql(EXISTS)
            .param("tenant", tenant.value())
            .param("credential", credentialId)
            .query(Long.class)
            .single()
        > 0;
  }

  /// Keeps what an answer said, after all was checked (WA-20).
  boolean used(TenantId tenant, FactorId factor, long signCount, boolean backedUp) {
    return jdbc.sql(USED)
            .param("tenant", tenant.value())
            .param("factor", factor.value())
            .param("sign_count", signCount)
            .param("backup_state", backedUp)
            .update()
        == 1;
  }

  void delete(TenantId tenant, FactorId factor) {
    jdbc.sql(DELETE).param("tenant", tenant.value()).param("factor", factor.value()).update();
  }

  void erase(TenantId tenant, UserId user) {
    jdbc.sql(DELETE_OF_USER).param("tenant", tenant.value()).param("user", user.value()).update();
  }

  private static Key read(ResultSet row) throws SQLException {
    return new Key(
        row.getBytes("credential_id"),
        new FactorId(row.getObject("factor_id", UUID.class)),
        row.getString("rp_id"),
        row.getBytes("public_key"),
        row.getLong("sign_count"),
        row.getBoolean("uv_initialized"),
        row.getBoolean("backup_eligible"),
        row.getBoolean("backup_state"),
        List.of((String[]) row.getArray("transports").getArray()),
        row.getObject("aaguid", UUID.class),
        row.getString("attestation"));
  }
}
