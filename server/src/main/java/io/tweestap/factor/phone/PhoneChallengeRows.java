package io.tweestap.factor.phone;

import io.tweestap.factor.FactorId;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.verification.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `phone_challenge`: which verification is about which factor.
@Repository
class PhoneChallengeRows {
  private static final String INSERT =
      """
      INSERT INTO phone_challenge
        (tenant_id, id, user_id, factor_id, purpose, bound_to, details_hash, created_at)
      VALUES
        (:tenant, :id, :user, :factor, :purpose, :bound_to, :details_hash, :created_at)
      """;

  private static final String EXISTS =
      """
      SELECT count(*) > 0
      FROM phone_challenge
      WHERE tenant_id = :tenant
        AND id = :id
        AND factor_id = :factor
      """;

  private static final String LATEST =
      """
      SELECT id
      FROM phone_challenge
      WHERE tenant_id = :tenant
        AND factor_id = :factor
        AND purpose = :purpose
        AND bound_to IS NOT DISTINCT FROM CAST(:bound_to AS uuid)
        AND details_hash IS NOT DISTINCT FROM CAST(:details_hash AS bytea)
        AND spent_at IS NULL
      ORDER BY id DESC
      LIMIT 1
      """;

  private static final String APPROVE =
      """
      UPDATE phone_challenge
      SET approved_hash = :hash
      WHERE tenant_id = :tenant
        AND id = :id
        AND approved_hash IS NULL
      """;

  private static final String APPROVED =
      """
      SELECT count(*) > 0
      FROM phone_challenge
      WHERE tenant_id = :tenant
        AND id = :id
        AND approved_hash = ANY(:hashes)
        AND spent_at IS NULL
      """;

  private static final String SPEND =
      """
      UPDATE phone_challenge
      SET spent_at = :now, approved_hash = NULL
      WHERE tenant_id = :tenant
        AND id = :id
        AND approved_hash IS NOT NULL
        AND spent_at IS NULL
      """;

  private static final String DELETE =
      """
      DELETE FROM phone_challenge
      WHERE tenant_id = :tenant
        AND factor_id = :factor
      """;

  private static final String DELETE_OLD_ACROSS_TENANTS =
      """
      DELETE FROM phone_challenge
      WHERE (tenant_id, id) IN (
        SELECT tenant_id, id
        FROM phone_challenge
        WHERE created_at < :before
        LIMIT :rows)
      """;

  private final JdbcClient jdbc;

  PhoneChallengeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What a code is on its way for.
  ///
  /// @param detailsHash of the transaction's details; null for other purposes
  record Ask(Purpose purpose, Optional<UUID> boundTo, byte @Nullable [] detailsHash) {
    static final Ask BINDING = new Ask(Purpose.BINDING, Optional.empty(), null);
  }

  void insert(TenantId tenant, UUID id, UserId user, FactorId factor, Ask ask, Instant now) {
    jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("user", user.value())
        .param("factor", factor.value())
        .param("purpose", ask.purpose().text())
        .param("bound_to", ask.boundTo().orElse(null))
        .param("details_hash", ask.detailsHash())
        .param("created_at", SqlTime.of(now))
        .update();
  }

  /// Whether a challenge is one of this factor.
  boolean exists(TenantId tenant, FactorId factor, UUID id) {
    return jdbc.sql(EXISTS)
        .param("tenant", tenant.value())
        .param("factor", factor.value())
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /// The last challenge of a factor for the same thing, if it was not answered yet.
  Optional<UUID> latest(TenantId tenant, FactorId factor, Ask ask) {
    return jdbc.sql(LATEST)
        .param("tenant", tenant.value())
        .param("factor", factor.value())
        .param("purpose", ask.purpose().text())
        .param("bound_to", ask.boundTo().orElse(null))
        .param("details_hash", ask.detailsHash())
        .query(UUID.class)
        .optional();
  }

  /// Remembers a code that was right and is spent in its verification.
  void approve(TenantId tenant, UUID id, byte[] hash) {
    jdbc.sql(APPROVE).param("tenant", tenant.value()).param("id", id).param("hash", hash).update();
  }

  /// Whether this very code was right and the factor has not counted it yet.
  boolean isApproved(TenantId tenant, UUID id, List<byte[]> hashes) {
    return jdbc.sql(APPROVED)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("hashes", new SqlArrayValue("bytea", hashes.toArray(byte[][]::new)))
        .query(Boolean.class)
        .single();
  }

  /// @return whether it was this call that spent it
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

  /// How many were deleted, at most so many.
  int deleteOld(Instant before, int rows) {
    return jdbc.sql(DELETE_OLD_ACROSS_TENANTS)
        .param("before", SqlTime.of(before))
        .param("rows", rows)
        .update();
  }
}
