package io.tweestap.policy.jdbc;

import io.tweestap.policy.exemption.Exemption;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What changes exemptions: each one conditional statement.
@Repository
public class ExemptionChanges {
  /// Locks the user first, so that of two requests at once the second one finds the first one's.
  private static final String INSERT =
      """
      INSERT INTO exemption
        (tenant_id, id, user_id, reason, ends_at, needs_approval, requested_by, created_at)
      SELECT :tenant, :id, :user, :reason, :until, :approval, :by, :now
      WHERE NOT EXISTS (
        SELECT 1
        FROM exemption
        WHERE tenant_id = :tenant
          AND user_id = :user
          AND ended_at IS NULL
          AND ends_at > :now)
      """;

  private static final String LOCK_USER =
      "SELECT pg_advisory_xact_lock(hashtextextended(CAST(:key AS text), 13))";

  private static final String APPROVE =
      """
      UPDATE exemption
      SET approved_by = :by, approved_at = :now
      WHERE tenant_id = :tenant
        AND user_id = :user
        AND id = :id
        AND needs_approval
        AND approved_by IS NULL
        AND ended_at IS NULL
        AND ends_at > :now
        AND lower(requested_by) <> lower(:by)
      RETURNING id, user_id, reason, ends_at, needs_approval, requested_by, approved_by,
        approved_at, ended_at, ended_by, created_at
      """;

  private static final String END =
      """
      UPDATE exemption
      SET ended_at = :now, ended_by = :by
      WHERE tenant_id = :tenant
        AND user_id = :user
        AND id = COALESCE(CAST(:id AS uuid), id)
        AND ended_at IS NULL
        AND ends_at > :now
      RETURNING id, user_id, reason, ends_at, needs_approval, requested_by, approved_by,
        approved_at, ended_at, ended_by, created_at
      """;

  /// An end by itself has nobody who ended it.
  private static final String END_PASSED_ACROSS_TENANTS =
      """
      UPDATE exemption
      SET ended_at = ends_at
      WHERE (tenant_id, id) IN (
        SELECT tenant_id, id
        FROM exemption
        WHERE ended_at IS NULL
          AND ends_at <= :now
        LIMIT :most
        FOR UPDATE SKIP LOCKED)
      RETURNING tenant_id, user_id
      """;

  private static final String ERASE =
      """
      WITH reminders AS (
        DELETE FROM enrollment_reminder
        WHERE tenant_id = :tenant
          AND user_id = :user
      )
      DELETE FROM exemption
      WHERE tenant_id = :tenant
        AND user_id = :user
      """;

  private final JdbcClient jdbc;

  ExemptionChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Inside of a transaction.
  ///
  /// @return whether it was made; not when the user has one that has not ended
  public boolean insert(TenantId tenant, Exemption fresh) {
    jdbc.sql(LOCK_USER).param("key", tenant + "/" + fresh.user()).query((_, _) -> "").single();
    return jdbc.sql(INSERT)
            .param("tenant", tenant.value())
            .param("id", fresh.id())
            .param("user", fresh.user().value())
            .param("reason", fresh.reason())
            .param("until", SqlTime.of(fresh.until()))
            .param("approval", fresh.needsApproval())
            .param("by", fresh.requestedBy())
            .param("now", SqlTime.of(fresh.createdAt()))
            .update()
        > 0;
  }

  /// Empty when there is nothing to approve, or it is the one who asked.
  public Optional<Exemption> approve(
      TenantId tenant, UserId user, UUID id, String by, Instant now) {
    return jdbc.sql(APPROVE)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("id", id)
        .param("by", by)
        .param("now", SqlTime.of(now))
        .query((row, _) -> ExemptionRows.read(row))
        .optional();
  }

  /// Ends one exemption of a user.
  public Optional<Exemption> end(TenantId tenant, UserId user, UUID id, String by, Instant now) {
    return ending(tenant, user, Optional.of(id), by, now).stream().findFirst();
  }

  /// Ends all exemptions of a user.
  public List<Exemption> endAll(TenantId tenant, UserId user, String by, Instant now) {
    return ending(tenant, user, Optional.empty(), by, now);
  }

  private List<Exemption> ending(
      TenantId tenant, UserId user, Optional<UUID> id, String by, Instant now) {
    return jdbc.sql(END)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("id", id.orElse(null))
        .param("by", by)
        .param("now", SqlTime.of(now))
        .query((row, _) -> ExemptionRows.read(row))
        .list();
  }

  /// Notes the end of those whose time is over.
  ///
  /// @param most how many at once
  public List<Ended> endPassed(Instant now, int most) {
    return jdbc.sql(END_PASSED_ACROSS_TENANTS)
        .param("now", SqlTime.of(now))
        .param("most", most)
        .query((row, _) ->
            new Ended(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class))))
        .list();
  }

  /// Deletes what is known about a user here.
  public void erase(TenantId tenant, UserId user) {
    jdbc.sql(ERASE).param("tenant", tenant.value()).param("user", user.value()).update();
  }

  /// Whose exemption ended by itself.
  public record Ended(TenantId tenant, UserId user) {}
}
