package io.tweestap.factor.jdbc;

import io.tweestap.factor.FactorState;
import io.tweestap.factor.bind.NewFactor;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.vault.Sealed;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes new rows of table `factor`, no more for a user than allowed.
@Repository
public class NewFactorRows {
  /// Those who bind a factor of one user take turns, until each has committed: the statement that
  /// follows counts what the one before has written.
  private static final String TAKE_TURNS =
      """
      SELECT pg_advisory_xact_lock(hashtextextended(:key, 0)) IS NULL
      """;

  /// Not when the user has as many as allowed.
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

  private final JdbcClient jdbc;

  NewFactorRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Writes a new factor, in the caller's transaction.
  ///
  /// @param most how many a user may have
  /// @return whether the user had fewer
  public boolean insert(TenantId tenant, NewRow row, int most, Instant now) {
    takeTurns(tenant, row.user());
    NewFactor asked = row.asked();
    FactorState state = row.pendingUntil().isPresent() ? FactorState.PENDING : FactorState.ACTIVE;
    return jdbc.sql(INSERT)
            .param("tenant", tenant.value())
            .param("user", row.user().value())
            .param("id", row.id().value())
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

  /// From here to the end of the caller's transaction nobody else writes a new factor of this user.
  public void takeTurns(TenantId tenant, UserId user) {
    jdbc.sql(TAKE_TURNS)
        .param("key", "factor/" + tenant.value() + "/" + user.value())
        .query(Boolean.class)
        .single();
  }
}
