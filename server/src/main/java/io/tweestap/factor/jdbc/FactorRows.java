package io.tweestap.factor.jdbc;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.FactorState;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `factor`: read, renamed, ended. New ones and answers have classes of their
/// own.
@Repository
public class FactorRows {
  private static final String FIND =
      """
      SELECT id, user_id, kind, state, name, source, secret_sealed, parameters, moving, drift,
        attempts, failures, slowed_until, pending_until, bound_at, last_used_at, expires_at
      FROM factor
      WHERE tenant_id = :tenant
        AND id = :id
        AND user_id = :user
        AND state <> 'removed'
      """;

  private static final String OF_USER =
      """
      SELECT id, user_id, kind, state, name, source, secret_sealed, parameters, moving, drift,
        attempts, failures, slowed_until, pending_until, bound_at, last_used_at, expires_at
      FROM factor
      WHERE tenant_id = :tenant
        AND user_id = :user
        AND state <> 'removed'
        AND (pending_until IS NULL OR pending_until > :now)
      ORDER BY id
      """;

  private static final String RENAME =
      """
      UPDATE factor
      SET name = :name
      WHERE tenant_id = :tenant
        AND id = :id
        AND user_id = :user
        AND state <> 'removed'
      """;

  private static final String MOVE =
      """
      UPDATE factor
      SET state = :to
      WHERE tenant_id = :tenant
        AND id = :id
        AND user_id = :user
        AND state = :from
      """;

  /// What was never confirmed leaves no record.
  private static final String DROP_PENDING =
      """
      DELETE FROM factor
      WHERE tenant_id = :tenant
        AND id = :id
        AND user_id = :user
        AND state = 'pending'
      """;

  private static final String END =
      """
      UPDATE factor
      SET state = 'removed', ended_at = :now, pending_until = NULL, secret_sealed = NULL,
        key_id = NULL
      WHERE tenant_id = :tenant
        AND id = :id
        AND user_id = :user
        AND state <> 'removed'
      """;

  private static final String WAS_REMOVED =
      """
      SELECT EXISTS (
        SELECT 1
        FROM factor
        WHERE tenant_id = :tenant
          AND user_id = :user
          AND kind = :kind
          AND source = :source
          AND state = 'removed'
      )
      """;

  private static final String DELETE_OF_USER =
      """
      DELETE FROM factor
      WHERE tenant_id = :tenant
        AND user_id = :user
      """;

  private final JdbcClient jdbc;

  FactorRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Whether the record of a removed factor is there that came in this way.
  ///
  /// @param source as in [io.tweestap.factor.Bond#source]
  public boolean wasRemoved(TenantId tenant, UserId user, FactorKind kind, String source) {
    return jdbc.sql(WAS_REMOVED)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("kind", kind.text())
        .param("source", source)
        .query(Boolean.class)
        .single();
  }

  /// A factor of this user that is not removed.
  public Optional<StoredFactor> find(TenantId tenant, UserId user, FactorId id) {
    return one(FIND, tenant, user, id).query(FactorReader::read).optional();
  }

  /// The factors of a user, oldest first, without removed ones and those given up.
  public List<StoredFactor> of(TenantId tenant, UserId user, Instant now) {
    return jdbc.sql(OF_USER)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("now", SqlTime.of(now))
        .query(FactorReader::read)
        .list();
  }

  /// @return whether it was there
  public boolean rename(TenantId tenant, UserId user, FactorId id, String name) {
    return one(RENAME, tenant, user, id).param("name", name).update() == 1;
  }

  /// From one state into another that needs nothing else.
  ///
  /// @return whether it was in the first
  public boolean move(TenantId tenant, UserId user, FactorId id, FactorState from, FactorState to) {
    return one(MOVE, tenant, user, id).param("from", from.text()).param("to", to.text()).update()
        == 1;
  }

  /// Ends a factor: a pending one leaves nothing, another its record without the secret.
  ///
  /// @return whether this was the one that ended it
  public boolean end(TenantId tenant, UserId user, FactorId id, Instant now) {
    return one(DROP_PENDING, tenant, user, id).update() == 1
        || one(END, tenant, user, id).param("now", SqlTime.of(now)).update() == 1;
  }

  /// Deletes all that is known of a user's factors.
  public void erase(TenantId tenant, UserId user) {
    jdbc.sql(DELETE_OF_USER).param("tenant", tenant.value()).param("user", user.value()).update();
  }

  private JdbcClient.StatementSpec one(String sql, TenantId tenant, UserId user, FactorId id) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("id", id.value());
  }
}
