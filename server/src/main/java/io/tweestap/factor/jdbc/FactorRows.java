package io.tweestap.factor.jdbc;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorState;
import io.tweestap.factor.bind.NewFactor;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.vault.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `factor`: written, read, renamed, ended. Answers have a class of their own.
@Repository
public class FactorRows {
  /// Not when the user has as many as allowed; of several at once, one or two may still pass.
  private static final String INSERT =
      """
      INSERT INTO factor
        (tenant_id, id, user_id, kind, state, name, source, key_id, secret_sealed, parameters,
        moving, drift, pending_until, bound_at, expires_at)
      SELECT :tenant, :id, :user, :kind, :state, :name, :source, :key_id, :secret,
        CAST(:parameters AS jsonb), :moving, :drift, :pending_until, :now, :expires_at
      WHERE (
        SELECT count(*)
        FROM factor
        WHERE tenant_id = :tenant
          AND user_id = :user
          AND state <> 'removed'
          AND (pending_until IS NULL OR pending_until > :now)
      ) < :most
      """;

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

  /// Writes a new factor.
  ///
  /// @param most how many a user may have
  /// @return whether the user had fewer
  public boolean insert(TenantId tenant, NewRow row, int most, Instant now) {
    NewFactor asked = row.asked();
    FactorState state = row.pendingUntil().isPresent() ? FactorState.PENDING : FactorState.ACTIVE;
    return one(INSERT, tenant, row.user(), row.id())
            .param("kind", asked.kind().text())
            .param("state", state.text())
            .param("name", asked.name())
            .param("source", asked.source())
            .param("key_id", row.secret().map(Sealed::keyId).orElse(null))
            .param("secret", row.secret().map(Sealed::bytes).orElse(null))
            .param("parameters", ParametersJson.write(asked.parameters()))
            .param("moving", asked.moving())
            .param("drift", asked.drift())
            .param("pending_until", row.pendingUntil().map(SqlTime::of).orElse(null))
            .param("expires_at", asked.expiresAt().map(SqlTime::of).orElse(null))
            .param("now", SqlTime.of(now))
            .param("most", most)
            .update()
        == 1;
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
