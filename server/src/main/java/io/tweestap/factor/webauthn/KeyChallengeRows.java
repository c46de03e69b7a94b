package io.tweestap.factor.webauthn;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.webauthn.KeyChallenge.Ceremony;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `webauthn_challenge`.
@Repository
class KeyChallengeRows {
  private static final String INSERT =
      """
      INSERT INTO webauthn_challenge
        (tenant_id, id, user_id, factor_id, ceremony, allowed, challenge_hash, details_hash,
        created_at, expires_at)
      VALUES
        (:tenant, :id, :user, :factor, :ceremony, :allowed, :hash, :details_hash, :created_at,
        :expires_at)
      """;

  private static final String FIND =
      """
      SELECT id, user_id, factor_id, ceremony, allowed, challenge_hash, details_hash, created_at,
        expires_at, spent_at
      FROM webauthn_challenge
      WHERE tenant_id = :tenant
        AND id = :id
        AND user_id = :user
        AND ceremony = :ceremony
      """;

  private static final String LATEST =
      """
      SELECT id, user_id, factor_id, ceremony, allowed, challenge_hash, details_hash, created_at,
        expires_at, spent_at
      FROM webauthn_challenge
      WHERE tenant_id = :tenant
        AND factor_id = :factor
        AND ceremony = :ceremony
      ORDER BY id DESC
      LIMIT 1
      """;

  private static final String SPEND =
      """
      UPDATE webauthn_challenge
      SET spent_at = :now
      WHERE tenant_id = :tenant
        AND id = :id
        AND spent_at IS NULL
        AND expires_at > :now
      """;

  private static final String DELETE =
      """
      DELETE FROM webauthn_challenge
      WHERE tenant_id = :tenant
        AND factor_id = :factor
      """;

  private static final String DELETE_OF_USER =
      """
      DELETE FROM webauthn_challenge
      WHERE tenant_id = :tenant
        AND user_id = :user
      """;

  private static final String DELETE_OLD_ACROSS_TENANTS =
      """
      DELETE FROM webauthn_challenge
      WHERE (tenant_id, id) IN (
        SELECT tenant_id, id
        FROM webauthn_challenge
        WHERE expires_at < :before
        LIMIT :rows)
      """;

  private final JdbcClient jdbc;

  KeyChallengeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(TenantId tenant, KeyChallenge challenge) {
    jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("id", challenge.id())
        .param("user", challenge.user().value())
        .param("factor", challenge.factor().value())
        .param("ceremony", challenge.ceremony().text())
        .param("allowed", challenge.allowed().stream().map(FactorId::value).toArray(UUID[]::new))
        .param("hash", challenge.hash())
        .param("details_hash", challenge.detailsHash())
        .param("created_at", SqlTime.of(challenge.createdAt()))
        .param("expires_at", SqlTime.of(challenge.expiresAt()))
        .update();
  }

  /// A challenge that this user was given for this ceremony.
  Optional<KeyChallenge> find(TenantId tenant, UserId user, Ceremony ceremony, UUID id) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("ceremony", ceremony.text())
        .param("id", id)
        .query((row, _) -> read(row))
        .optional();
  }

  /// The last challenge that was given out for a factor.
  Optional<KeyChallenge> latest(TenantId tenant, FactorId factor, Ceremony ceremony) {
    return jdbc.sql(LATEST)
        .param("tenant", tenant.value())
        .param("factor", factor.value())
        .param("ceremony", ceremony.text())
        .query((row, _) -> read(row))
        .optional();
  }

  /// Ends a challenge, by its answer or because it is void.
  ///
  /// @return whether it was this call that did
  boolean spend(TenantId tenant, UUID id, Instant now) {
    return jdbc.sql(SPEND)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  void delete(TenantId tenant, FactorId factor) {
    jdbc.sql(DELETE).param("tenant", tenant.value()).param("factor", factor.value()).update();
  }

  void erase(TenantId tenant, UserId user) {
    jdbc.sql(DELETE_OF_USER).param("tenant", tenant.value()).param("user", user.value()).update();
  }

  /// How many were deleted, at most so many.
  int deleteOld(Instant before, int rows) {
    return jdbc.sql(DELETE_OLD_ACROSS_TENANTS)
        .param("before", SqlTime.of(before))
        .param("rows", rows)
        .update();
  }

  private static KeyChallenge read(ResultSet row) throws SQLException {
    return new KeyChallenge(
        row.getObject("id", UUID.class),
        new UserId(row.getObject("user_id", UUID.class)),
        new FactorId(row.getObject("factor_id", UUID.class)),
        Ceremony.valueOf(row.getString("ceremony").toUpperCase(Locale.ROOT)),
        Arrays.stream((UUID[]) row.getArray("allowed").getArray()).map(FactorId::new).toList(),
        row.getBytes("challenge_hash"),
        row.getBytes("details_hash"),
        SqlTime.read(row, "created_at"),
        SqlTime.read(row, "expires_at"),
        SqlTime.readNullable(row, "spent_at") != null);
  }
}
