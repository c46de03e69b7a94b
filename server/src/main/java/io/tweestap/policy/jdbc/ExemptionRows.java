package io.tweestap.policy.jdbc;

import io.tweestap.policy.exemption.Exemption;
import io.tweestap.policy.exemption.ExemptionFilter;
import io.tweestap.policy.exemption.ExemptionState;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Exemptions as rows. What is in force is told from the times in the row, never from a chore.
@Repository
public class ExemptionRows {
  /// Those that exempt somebody now.
  private static final String IN_FORCE =
      """
      SELECT user_id, max(ends_at) AS ends_at
      FROM exemption
      WHERE tenant_id = :tenant
        AND user_id = ANY(:users)
        AND ended_at IS NULL
        AND ends_at > :now
        AND (NOT needs_approval OR approved_by IS NOT NULL)
      GROUP BY user_id
      """;

  private static final String PAGE =
      """
      SELECT id, user_id, reason, ends_at, needs_approval, requested_by, approved_by, approved_at,
        ended_at, ended_by, created_at
      FROM exemption
      WHERE tenant_id = :tenant
        AND id < :before
        AND (CAST(:state AS text) IS NULL
          OR CASE
            WHEN ended_at IS NOT NULL OR ends_at <= :now THEN 'ended'
            WHEN needs_approval AND approved_by IS NULL THEN 'requested'
            ELSE 'active' END = :state)
        AND (CAST(:ending AS timestamptz) IS NULL OR ends_at < :ending)
      ORDER BY id DESC
      LIMIT :rows
      """;

  private static final String OF_USER =
      """
      SELECT id, user_id, reason, ends_at, needs_approval, requested_by, approved_by, approved_at,
        ended_at, ended_by, created_at
      FROM exemption
      WHERE tenant_id = :tenant
        AND user_id = :user
        AND id = COALESCE(CAST(:id AS uuid), id)
      ORDER BY id DESC
      LIMIT 200
      """;

  private static final UUID HIGHEST = new UUID(-1, -1);

  private final JdbcClient jdbc;

  ExemptionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Until when each of these users is exempt now; who is not is left out.
  public Map<UserId, Instant> inForce(TenantId tenant, List<UserId> users, Instant now) {
    return jdbc
        .sql(IN_FORCE)
        .param("tenant", tenant.value())
        .param("users", ids(users))
        .param("now", SqlTime.of(now))
        .query((row, _) ->
            Map.entry(
                new UserId(row.getObject("user_id", UUID.class)), SqlTime.read(row, "ends_at")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static SqlArrayValue ids(List<UserId> users) {
    return new SqlArrayValue("uuid", users.stream().map(UserId::value).toArray());
  }

  /// One page of the report, newest first.
  public Page<Exemption> page(TenantId tenant, ExemptionFilter filter, Instant now) {
    return Page.of(
        jdbc.sql(PAGE)
            .param("tenant", tenant.value())
            .param("before", filter.after().map(Cursor::last).orElse(HIGHEST))
            .param("state", filter.state().map(ExemptionState::text).orElse(null))
            .param("ending", filter.endingBefore().map(SqlTime::of).orElse(null))
            .param("now", SqlTime.of(now))
            .param("rows", filter.size() + 1)
            .query((row, _) -> read(row))
            .list(),
        filter.size(),
        Exemption::id);
  }

  /// The exemptions of a user, newest first, the last 200.
  public List<Exemption> of(TenantId tenant, UserId user) {
    return jdbc.sql(OF_USER)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("id", null)
        .query((row, _) -> read(row))
        .list();
  }

  public Optional<Exemption> find(TenantId tenant, UserId user, UUID id) {
    return jdbc.sql(OF_USER)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("id", id)
        .query((row, _) -> read(row))
        .optional();
  }

  static Exemption read(ResultSet row) throws SQLException {
    return new Exemption(
        row.getObject("id", UUID.class),
        new UserId(row.getObject("user_id", UUID.class)),
        row.getString("reason"),
        SqlTime.read(row, "ends_at"),
        row.getBoolean("needs_approval"),
        row.getString("requested_by"),
        Optional.ofNullable(row.getString("approved_by")),
        Optional.ofNullable(SqlTime.readNullable(row, "approved_at")),
        Optional.ofNullable(SqlTime.readNullable(row, "ended_at")),
        Optional.ofNullable(row.getString("ended_by")),
        SqlTime.read(row, "created_at"));
  }
}
