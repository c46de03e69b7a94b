package io.tweestap.factor.ocra;

import io.tweestap.factor.FactorId;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `ocra_challenge`.
@Repository
class OcraChallengeRows {
  private static final String INSERT =
      """
      INSERT INTO ocra_challenge
        (tenant_id, id, user_id, factor_id, question, client_question, details_hash, bound_to,
        created_at, expires_at)
      VALUES
        (:tenant, :id, :user, :factor, :question, :client_question, :details_hash, :bound_to,
        :created_at, :expires_at)
      """;

  private static final String FIND =
      """
      SELECT id, user_id, factor_id, question, client_question, details_hash, bound_to, created_at,
        expires_at, spent_at
      FROM ocra_challenge
      WHERE tenant_id = :tenant
        AND id = :id
        AND factor_id = :factor
      """;

  private static final String LATEST =
      """
      SELECT id, user_id, factor_id, question, client_question, details_hash, bound_to, created_at,
        expires_at, spent_at
      FROM ocra_challenge
      WHERE tenant_id = :tenant
        AND factor_id = :factor
      ORDER BY id DESC
      LIMIT 1
      """;

  private static final String SPEND =
      """
      UPDATE ocra_challenge
      SET spent_at = :now
      WHERE tenant_id = :tenant
        AND id = :id
        AND spent_at IS NULL
        AND expires_at > :now
      """;

  private static final String DELETE =
      """
      DELETE FROM ocra_challenge
      WHERE tenant_id = :tenant
        AND factor_id = :factor
      """;

  private static final String DELETE_OLD_ACROSS_TENANTS =
      """
      DELETE FROM ocra_challenge
      WHERE (tenant_id, id) IN (
        SELECT tenant_id, id
        FROM ocra_challenge
        WHERE expires_at < :before
        LIMIT :rows)
      """;

  private final JdbcClient jdbc;

  OcraChallengeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(TenantId tenant, OcraChallenge challenge) {
    jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("id", challenge.id())
        .param("user", challenge.user().value())
        .param("factor", challenge.factor().value())
        .param("question", challenge.question())
        .param("client_question", challenge.clientQuestion().orElse(null))
        .param("details_hash", challenge.detailsHash())
        .param("bound_to", challenge.boundTo().orElse(null))
        .param("created_at", SqlTime.of(challenge.createdAt()))
        .param("expires_at", SqlTime.of(challenge.expiresAt()))
        .update();
  }

  /// A question that was put to this factor.
  Optional<OcraChallenge> find(TenantId tenant, FactorId factor, UUID id) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("factor", factor.value())
        .param("id", id)
        .query((row, _) -> read(row))
        .optional();
  }

  /// The last question that was put to this factor.
  Optional<OcraChallenge> latest(TenantId tenant, FactorId factor) {
    return jdbc.sql(LATEST)
        .param("tenant", tenant.value())
        .param("factor", factor.value())
        .query((row, _) -> read(row))
        .optional();
  }

  /// Ends a question, by its answer or because it is void.
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

  /// How many were deleted, at most so many.
  int deleteOld(Instant before, int rows) {
    return jdbc.sql(DELETE_OLD_ACROSS_TENANTS)
        .param("before", SqlTime.of(before))
        .param("rows", rows)
        .update();
  }

  private static OcraChallenge read(ResultSet row) throws SQLException {
    return new OcraChallenge(
        row.getObject("id", UUID.class),
        new UserId(row.getObject("user_id", UUID.class)),
        new FactorId(row.getObject("factor_id", UUID.class)),
        row.getString("question"),
        Optional.ofNullable(row.getString("client_question")),
        row.getBytes("details_hash"),
        Optional.ofNullable(row.getObject("bound_to", UUID.class)),
        SqlTime.read(row, "created_at"),
        SqlTime.read(row, "expires_at"),
        SqlTime.readNullable(row, "spent_at") != null);
  }
}
