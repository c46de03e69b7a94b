package io.tweestap.login.session;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `login` as sessions: those that passed and have an end.
@Repository
class SessionRows {
  /// Activity before the idle end puts it off; nothing brings a session back that is over.
  private static final String TOUCH =
      """
      UPDATE login
      SET active_at = :now
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = 'passed'
        AND session_ended_at IS NULL
        AND session_ends_at > :now
        AND active_at + make_interval(secs => session_idle_seconds) > :now
      """;

  private static final String FIND =
      """
      SELECT id, user_id, application, user_agent, place, amr, acr, finished_at, active_at,
        session_idle_seconds, session_ends_at, session_ended_at
      FROM login
      WHERE tenant_id = :tenant
        AND id = :id
        AND session_ends_at IS NOT NULL
      """;

  private static final String ACTIVE =
      """
      SELECT id, user_id, application, user_agent, place, amr, acr, finished_at, active_at,
        session_idle_seconds, session_ends_at, session_ended_at
      FROM login
      WHERE tenant_id = :tenant
        AND user_id = :user
        AND session_ends_at > :now
        AND session_ended_at IS NULL
        AND active_at + make_interval(secs => session_idle_seconds) > :now
      ORDER BY id DESC
      """;

  private static final String END =
      """
      UPDATE login
      SET session_ended_at = :now, session_end_reason = :reason
      WHERE tenant_id = :tenant
        AND user_id = :user
        AND id = :id
        AND session_ends_at > :now
        AND session_ended_at IS NULL
        AND active_at + make_interval(secs => session_idle_seconds) > :now
      """;

  private static final String END_ALL =
      """
      UPDATE login
      SET session_ended_at = :now, session_end_reason = :reason
      WHERE tenant_id = :tenant
        AND user_id = :user
        AND session_ends_at > :now
        AND session_ended_at IS NULL
        AND (CAST(:but AS uuid) IS NULL OR id <> :but)
      """;

  private final JdbcClient jdbc;

  SessionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A session and whose it is.
  record Owned(UserId user, Session session) {}

  /// Whether it was active, and is so from now on again.
  boolean touch(TenantId tenant, UUID id, Instant now) {
    return jdbc.sql(TOUCH)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  Optional<Owned> find(TenantId tenant, UUID id, Instant now) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("id", id)
        .query((row, _) -> owned(row, now))
        .optional();
  }

  List<Session> active(TenantId tenant, UserId user, Instant now) {
    return jdbc.sql(ACTIVE)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("now", SqlTime.of(now))
        .query((row, _) -> owned(row, now).session())
        .list();
  }

  boolean end(TenantId tenant, UserId user, UUID id, EndReason reason, Instant now) {
    return jdbc.sql(END)
            .param("tenant", tenant.value())
            .param("user", user.value())
            .param("id", id)
            .param("reason", reason.text())
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  /// @param but the one that goes on; null for none
  /// @return how many were ended
  int endAll(TenantId tenant, UserId user, @Nullable UUID but, EndReason reason, Instant now) {
    return jdbc.sql(END_ALL)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("but", but)
        .param("reason", reason.text())
        .param("now", SqlTime.of(now))
        .update();
  }

  private static Owned owned(ResultSet row, Instant now) throws SQLException {
    Instant endsAt = SqlTime.read(row, "session_ends_at");
    Instant active = SqlTime.read(row, "active_at");
    Instant idle = active.plusSeconds(row.getInt("session_idle_seconds"));
    Instant idleEndsAt = idle.isBefore(endsAt) ? idle : endsAt;
    boolean ended = SqlTime.readNullable(row, "session_ended_at") != null;
    return new Owned(
        new UserId(row.getObject("user_id", UUID.class)),
        new Session(
            row.getObject("id", UUID.class),
            Optional.ofNullable(row.getString("application")),
            Optional.ofNullable(row.getString("user_agent")),
            Optional.ofNullable(row.getString("place")),
            List.of((String[]) row.getArray("amr").getArray()),
            row.getInt("acr"),
            state(ended, idleEndsAt, endsAt, now),
            SqlTime.read(row, "finished_at"),
            active,
            idleEndsAt,
            endsAt));
  }

  private static SessionState state(
      boolean ended, Instant idleEndsAt, Instant endsAt, Instant now) {
    if (ended) {
      return SessionState.ENDED;
    }
    if (now.isBefore(idleEndsAt)) {
      return SessionState.ACTIVE;
    }
    return idleEndsAt.isBefore(endsAt) ? SessionState.IDLE : SessionState.EXPIRED;
  }
}
