package io.tweestap.login.browser;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.vault.Hashed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Tokens of remembered browsers that are handed in: each is rotated, honored, or shows a theft.
@Repository
class RotationRows {
  /// Of many that come with the same secret at once, the row's lock lets one through; the others
  /// find it changed.
  private static final String ROTATE =
      """
      UPDATE browser
      SET previous_hash = secret_hash, previous_until = :previous_until, secret_hash = :next,
        hash_key_id = :key_id, last_used_at = :now
      WHERE tenant_id = :tenant
        AND id = :id
        AND user_id = :user
        AND expires_at > :now
        AND secret_hash = ANY(:secrets)
      RETURNING last_proof_at
      """;

  private static final String JUST_ROTATED =
      """
      SELECT last_proof_at
      FROM browser
      WHERE tenant_id = :tenant
        AND id = :id
        AND user_id = :user
        AND expires_at > :now
        AND previous_until > :now
        AND previous_hash = ANY(:secrets)
      """;

  /// A secret of this series that is neither the present one nor that of a moment ago.
  private static final String DROP_STOLEN =
      """
      DELETE FROM browser
      WHERE tenant_id = :tenant
        AND id = :id
        AND user_id = :user
        AND expires_at > :now
        AND secret_hash <> ALL(:secrets)
        AND (previous_until IS NULL OR previous_until <= :now OR previous_hash <> ALL(:secrets))
      RETURNING id, user_agent, place, created_at, last_used_at, last_proof_at, expires_at
      """;

  private final JdbcClient jdbc;

  RotationRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Puts the next secret in the place of the one given, if that is the present one.
  ///
  /// @return when a factor was last proven on the browser
  Optional<Instant> rotate(
      TenantId tenant, UserId user, Presented presented, Hashed next, Duration grace, Instant now) {
    return presented(ROTATE, tenant, user, presented, now)
        .param("next", next.bytes())
        .param("key_id", next.keyId())
        .param("previous_until", SqlTime.of(now.plus(grace)))
        .query((row, _) -> SqlTime.read(row, "last_proof_at"))
        .optional();
  }

  /// Whether the secret given was the present one until a moment ago.
  Optional<Instant> justRotated(TenantId tenant, UserId user, Presented presented, Instant now) {
    return presented(JUST_ROTATED, tenant, user, presented, now)
        .query((row, _) -> SqlTime.read(row, "last_proof_at"))
        .optional();
  }

  /// Forgets the series when the secret given is neither.
  Optional<Browser> dropStolen(TenantId tenant, UserId user, Presented presented, Instant now) {
    return presented(DROP_STOLEN, tenant, user, presented, now)
        .query((row, _) -> BrowserRows.browser(row))
        .optional();
  }

  private JdbcClient.StatementSpec presented(
      String sql, TenantId tenant, UserId user, Presented presented, Instant now) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("id", presented.series())
        .param("user", user.value())
        .param("secrets", new SqlArrayValue("bytea", presented.hashes().toArray(byte[][]::new)))
        .param("now", SqlTime.of(now));
  }

  /// A token as it is looked for.
  ///
  /// @param hashes of its secret, under each key that may have made the stored one
  record Presented(UUID series, List<byte[]> hashes) {}
}
