package io.tweestap.login.disconnect;

import io.tweestap.factor.FactorId;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `disconnect`.
@Repository
public class DisconnectRows {
  private static final String INSERT =
      """
      INSERT INTO disconnect
        (tenant_id, id, user_id, state, factor_id, reason, caller_check, staff, approver,
        exempt_until, temporary_pass, client_id, client_tenant, created_at, expires_at, finished_at)
      VALUES
        (:tenant, :id, :user, :state, :factor, :reason, :caller_check, :staff, :approver,
        :exempt_until, :temporary_pass, :client, :client_tenant, :created_at, :expires_at,
        :finished_at)
      """;

  private static final String FIND =
      """
      SELECT id, user_id, state, factor_id, reason, caller_check, staff, approver, exempt_until,
        temporary_pass, client_id, client_tenant, approved_by, approved_by_tenant, created_at,
        expires_at, finished_at
      FROM disconnect
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  private static final String PENDING =
      """
      SELECT id, user_id, state, factor_id, reason, caller_check, staff, approver, exempt_until,
        temporary_pass, client_id, client_tenant, approved_by, approved_by_tenant, created_at,
        expires_at, finished_at
      FROM disconnect
      WHERE tenant_id = :tenant
        AND state = 'pending'
        AND expires_at > :now
      ORDER BY id DESC
      LIMIT 200
      """;

  /// Never by whoever asked (REC-8).
  private static final String APPROVE =
      """
      UPDATE disconnect
      SET state = 'done', approved_by = :client, approved_by_tenant = :client_tenant,
        finished_at = :now
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = 'pending'
        AND expires_at > :now
        AND client_id <> :client
      """;

  private static final String CANCEL =
      """
      UPDATE disconnect
      SET state = 'canceled', finished_at = :now
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = 'pending'
        AND expires_at > :now
      """;

  private static final String ERASE =
      """
      DELETE FROM disconnect
      WHERE tenant_id = :tenant
        AND user_id = :user
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  DisconnectRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void insert(TenantId tenant, Disconnect disconnect) {
    NewDisconnect asked = disconnect.asked();
    jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("id", disconnect.id())
        .param("user", disconnect.user().value())
        .param("state", disconnect.state().text())
        .param("factor", asked.factor().map(FactorId::value).orElse(null))
        .param("reason", asked.reason())
        .param("caller_check", asked.callerCheck())
        .param("staff", asked.staff())
        .param("approver", asked.approver().orElse(null))
        .param("exempt_until", asked.exemptUntil().map(SqlTime::of).orElse(null))
        .param("temporary_pass", asked.temporaryPass())
        .param("client", disconnect.by().clientId())
        .param("client_tenant", disconnect.by().tenant().value())
        .param("created_at", SqlTime.of(disconnect.createdAt()))
        .param("expires_at", SqlTime.of(disconnect.expiresAt()))
        .param("finished_at", disconnect.finishedAt().map(SqlTime::of).orElse(null))
        .update();
  }

  Optional<Disconnect> find(TenantId tenant, UUID id) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("id", id)
        .query((row, _) -> disconnect(row))
        .optional();
  }

  List<Disconnect> pending(TenantId tenant) {
    return jdbc.sql(PENDING)
        .param("tenant", tenant.value())
        .param("now", SqlTime.of(clock.instant()))
        .query((row, _) -> disconnect(row))
        .list();
  }

  /// Whether it was this one that agreed.
  boolean approve(TenantId tenant, UUID id, Staff second) {
    return jdbc.sql(APPROVE)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("client", second.clientId())
            .param("client_tenant", second.tenant().value())
            .param("now", SqlTime.of(clock.instant()))
            .update()
        == 1;
  }

  boolean cancel(TenantId tenant, UUID id) {
    return jdbc.sql(CANCEL)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("now", SqlTime.of(clock.instant()))
            .update()
        == 1;
  }

  /// Deletes what was ever asked for about a user (PRV-4); the audit keeps it under a pseudonym.
  public void erase(TenantId tenant, UserId user) {
    jdbc.sql(ERASE).param("tenant", tenant.value()).param("user", user.value()).update();
  }

  private Disconnect disconnect(ResultSet row) throws SQLException {
    Instant expiresAt = SqlTime.read(row, "expires_at");
    return new Disconnect(
        row.getObject("id", UUID.class),
        new UserId(row.getObject("user_id", UUID.class)),
        state(row, expiresAt),
        new NewDisconnect(
            Optional.ofNullable(row.getObject("factor_id", UUID.class)).map(FactorId::new),
            row.getString("reason"),
            row.getString("caller_check"),
            row.getString("staff"),
            Optional.ofNullable(row.getString("approver")),
            Optional.ofNullable(SqlTime.readNullable(row, "exempt_until")),
            row.getBoolean("temporary_pass")),
        new Staff(
            new TenantId(row.getObject("client_tenant", UUID.class)), row.getString("client_id")),
        approvedBy(row),
        SqlTime.read(row, "created_at"),
        expiresAt,
        Optional.ofNullable(SqlTime.readNullable(row, "finished_at")));
  }

  private static Optional<Staff> approvedBy(ResultSet row) throws SQLException {
    @Nullable String client = row.getString("approved_by");
    return client == null
        ? Optional.empty()
        : Optional.of(
            new Staff(new TenantId(row.getObject("approved_by_tenant", UUID.class)), client));
  }

  private DisconnectState state(ResultSet row, Instant expiresAt) throws SQLException {
    DisconnectState stored = DisconnectState.of(row.getString("state")).orElseThrow();
    boolean over = !expiresAt.isAfter(clock.instant());
    return stored == DisconnectState.PENDING && over ? DisconnectState.EXPIRED : stored;
  }
}
