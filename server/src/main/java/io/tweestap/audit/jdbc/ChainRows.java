package io.tweestap.audit.jdbc;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.Hashed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The ends of the chains. Whoever changes a chain holds the lock of its row here first, so that
/// two nodes make one chain.
@Repository
public class ChainRows {
  private static final String TENANTS_ACROSS_TENANTS =
      """
      SELECT tenant_id
      FROM audit_chain
      ORDER BY tenant_id
      """;

  private static final String FIND =
      """
      SELECT first_position, first_link, last_position, last_link, activity_purged_before,
        administration_purged_before, seal, seal_key_id
      FROM audit_chain
      WHERE tenant_id = :tenant
      """;

  private static final String LOCK = FIND + "FOR UPDATE\n";

  private static final String INSERT =
      """
      INSERT INTO audit_chain (tenant_id, first_position, first_link, last_position, last_link,
        activity_purged_before, administration_purged_before, seal, seal_key_id)
      VALUES (:tenant, :first, :first_link, :last, :last_link, :activity, :administration, :seal,
        :key)
      ON CONFLICT (tenant_id) DO NOTHING
      """;

  private static final String UPDATE =
      """
      UPDATE audit_chain
      SET first_position = :first,
        first_link = :first_link,
        last_position = :last,
        last_link = :last_link,
        activity_purged_before = :activity,
        administration_purged_before = :administration,
        seal = :seal,
        seal_key_id = :key
      WHERE tenant_id = :tenant
      """;

  private static final String OPENED =
      """
      SELECT details
      FROM audit_event
      WHERE tenant_id = :tenant
        AND action = :action
      """;

  private final JdbcClient jdbc;

  ChainRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All who have a chain.
  public List<TenantId> tenants() {
    return jdbc.sql(TENANTS_ACROSS_TENANTS)
        .query((row, _) -> new TenantId(row.getObject("tenant_id", UUID.class)))
        .list();
  }

  /// The details of each event in the installation's chain that tells of a chain being opened.
  public List<String> opened() {
    return jdbc.sql(OPENED)
        .param("tenant", AuditTrail.INSTALLATION.value())
        .param("action", AuditAction.AUDIT_CHAIN_OPENED.text())
        .query((row, _) -> row.getString("details"))
        .list();
  }

  public Optional<StoredEnds> find(TenantId tenant) {
    return jdbc.sql(FIND).param("tenant", tenant.value()).query(ChainRows::row).optional();
  }

  /// As [#find], and nobody else changes the chain until the transaction ends.
  public Optional<StoredEnds> lock(TenantId tenant) {
    return jdbc.sql(LOCK).param("tenant", tenant.value()).query(ChainRows::row).optional();
  }

  /// Opens a chain; false when there is one.
  public boolean insert(TenantId tenant, StoredEnds ends) {
    return write(INSERT, tenant, ends) == 1;
  }

  public void update(TenantId tenant, StoredEnds ends) {
    write(UPDATE, tenant, ends);
  }

  private int write(String statement, TenantId tenant, StoredEnds stored) {
    Ends ends = stored.ends();
    return jdbc.sql(statement)
        .param("tenant", tenant.value())
        .param("first", ends.firstPosition())
        .param("first_link", ends.firstLink())
        .param("last", ends.lastPosition())
        .param("last_link", ends.lastLink())
        .param("activity", SqlTime.of(ends.activityPurgedBefore()))
        .param("administration", SqlTime.of(ends.administrationPurgedBefore()))
        .param("seal", stored.seal().bytes())
        .param("key", stored.seal().keyId())
        .update();
  }

  private static StoredEnds row(ResultSet row, int index) throws SQLException {
    return new StoredEnds(
        new Ends(
            row.getLong("first_position"),
            row.getBytes("first_link"),
            row.getLong("last_position"),
            row.getBytes("last_link"),
            SqlTime.read(row, "activity_purged_before"),
            SqlTime.read(row, "administration_purged_before")),
        new Hashed(row.getInt("seal_key_id"), row.getBytes("seal")));
  }
}
