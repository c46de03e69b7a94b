package io.tweestap.factor.token.jdbc;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tokens going out of stock and coming back, each by one conditional statement.
@Repository
public class StockRows {
  private static final String GIVE =
      """
      UPDATE hardware_token
      SET user_id = :user, factor_id = :factor, held_until = :until
      WHERE tenant_id = :tenant
        AND serial = :serial
        AND kind = :kind
        AND retired_at IS NULL
        AND (factor_id IS NULL OR held_until <= :now)
      RETURNING id, serial, kind, key_id, seed_sealed, parameters, moving, drift, batch, added_at,
        user_id, factor_id, held_until, retired_at
      """;

  private static final String KEEP =
      """
      UPDATE hardware_token
      SET held_until = NULL
      WHERE tenant_id = :tenant
        AND factor_id = :factor
      """;

  /// The factor is ended before, in the same transaction, so it cannot move any more.
  private static final String TAKE_BACK =
      """
      UPDATE hardware_token AS token
      SET user_id = NULL, factor_id = NULL, held_until = NULL,
        moving = greatest(token.moving, ended.moving), drift = COALESCE(ended.drift, token.drift)
      FROM (
        SELECT max(moving) AS moving, max(drift) AS drift
        FROM factor
        WHERE tenant_id = :tenant
          AND id = :factor
      ) AS ended
      WHERE token.tenant_id = :tenant
        AND token.factor_id = :factor
      """;

  private static final String RETIRE =
      """
      UPDATE hardware_token
      SET retired_at = :now, seed_sealed = NULL, key_id = NULL, user_id = NULL, factor_id = NULL,
        held_until = NULL
      WHERE tenant_id = :tenant
        AND id = :id
        AND retired_at IS NULL
        AND (factor_id IS NULL OR held_until <= :now)
      """;

  private final JdbcClient jdbc;

  StockRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Gives a token to a user whose factor on it is pending.
  ///
  /// @return the token; empty when it is not in stock
  public Optional<StoredToken> give(
      TenantId tenant, FactorKind kind, String serial, Holder holder, Instant now) {
    return jdbc.sql(GIVE)
        .param("tenant", tenant.value())
        .param("kind", kind.text())
        .param("serial", serial)
        .param("user", holder.user().value())
        .param("factor", holder.factor().value())
        .param("until", SqlTime.of(holder.until()))
        .param("now", SqlTime.of(now))
        .query(StoredToken::read)
        .optional();
  }

  /// Whose a token is to be, and until when it is held for the first code.
  public record Holder(UserId user, FactorId factor, Instant until) {}

  /// @return whether the token is still that of this factor
  public boolean keep(TenantId tenant, FactorId factor) {
    return jdbc.sql(KEEP).param("tenant", tenant.value()).param("factor", factor.value()).update()
        == 1;
  }

  public void takeBack(TenantId tenant, FactorId factor) {
    jdbc.sql(TAKE_BACK).param("tenant", tenant.value()).param("factor", factor.value()).update();
  }

  /// Takes a token out of use for good; its seed is gone.
  ///
  /// @return whether it was in stock
  public boolean retire(TenantId tenant, UUID id, Instant now) {
    return jdbc.sql(RETIRE)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }
}
