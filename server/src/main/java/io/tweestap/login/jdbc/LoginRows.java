package io.tweestap.login.jdbc;

import io.tweestap.login.Login;
import io.tweestap.login.LoginState;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Logins written, read, and ended without having passed.
@Repository
public class LoginRows {
  private static final String INSERT =
      """
      INSERT INTO login
        (tenant_id, id, user_id, subject, state, purpose, application, plan, ip, place, user_agent,
        locale, key_id, details_sealed, browser_id, answers_max, amr, acr, created_at, expires_at,
        finished_at, session_ends_at, session_idle_seconds, active_at)
      VALUES
        (:tenant, :id, :user, :subject, :state, :purpose, :application, :plan, :ip, :place,
        :user_agent, :locale, :key_id, :details, :browser, :answers_max, :amr, :acr, :created_at,
        :expires_at, :finished_at, :session_ends_at, :idle_seconds, :active_at)
      """;

  private static final String FIND =
      """
      SELECT id, user_id, subject, state, purpose, application, plan, ip, place, user_agent, locale,
        details_sealed, browser_id, answers_wrong, answers_max, challenges, proof_id, proof_address,
        proof_kind, proven_at, factor_id, factor_kind, factor_at, factor_amr, factor_strength,
        enrolling, amr, acr, created_at, expires_at, finished_at, session_ends_at,
        session_idle_seconds
      FROM login
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  private static final String END =
      """
      UPDATE login
      SET state = :state, finished_at = :now, ip = NULL, enrolling = NULL
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = 'pending'
        AND expires_at > :now
      """;

  private static final String CANCEL_ALL =
      """
      UPDATE login
      SET state = 'canceled', finished_at = :now, ip = NULL, enrolling = NULL
      WHERE tenant_id = :tenant
        AND user_id = :user
        AND state = 'pending'
      """;

  private static final String CANCEL_OVERTAKEN =
      """
      UPDATE login
      SET state = 'canceled', finished_at = :now, ip = NULL
      WHERE tenant_id = :tenant
        AND user_id = :user
        AND state = 'pending'
        AND enrolling IS NULL
      """;

  private static final String ERASE =
      """
      DELETE FROM login
      WHERE tenant_id = :tenant
        AND user_id = :user
      """;

  private static final String EXPIRE_ACROSS_TENANTS =
      """
      UPDATE login AS over
      SET state = 'expired', finished_at = over.expires_at, ip = NULL, enrolling = NULL
      FROM (
        SELECT tenant_id, id, ip
        FROM login
        WHERE expires_at <= :now
          AND state = 'pending'
        LIMIT :batch
        FOR UPDATE SKIP LOCKED
      ) AS found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      RETURNING over.tenant_id, over.id, found.ip
      """;

  private static final String CANCEL_ACROSS_TENANTS =
      """
      UPDATE login AS over
      SET state = 'canceled', finished_at = :now, ip = NULL, enrolling = NULL
      FROM (
        SELECT tenant_id, id, ip
        FROM login
        WHERE expires_at > :now
          AND state = 'pending'
        LIMIT :batch
        FOR UPDATE
      ) AS found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      RETURNING over.tenant_id, over.id, found.ip
      """;

  private final JdbcClient jdbc;
  private final LoginReader reader;

  LoginRows(JdbcClient jdbc, LoginReader reader) {
    this.jdbc = jdbc;
    this.reader = reader;
  }

  /// A login that a sweep ended, and the visitor's address as it was given.
  public record Swept(TenantId tenant, UUID id, Optional<String> ip) {}

  /// Writes a login that begins, or that passed or was refused at once.
  public void insert(TenantId tenant, Login login) {
    reader.bind(jdbc.sql(INSERT), tenant, login).update();
  }

  /// Reads a login of the tenant.
  public Optional<Login> find(TenantId tenant, UUID id) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("id", id)
        .query((row, _) -> reader.read(tenant, row))
        .optional();
  }

  /// Ends a pending login that did not pass.
  ///
  /// @return whether it was still pending
  public boolean end(TenantId tenant, UUID id, LoginState how, Instant now) {
    return jdbc.sql(END)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("state", how.text())
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  /// Takes back all pending logins of a user. One that passes at this moment is waited for, and is
  /// a session afterwards.
  public int cancelAll(TenantId tenant, UserId user, Instant now) {
    return cancel(CANCEL_ALL, tenant, user, now);
  }

  /// Takes back those that were decided before the user's factors changed, but for the one in which
  /// a factor is set up.
  public int cancelOvertaken(TenantId tenant, UserId user, Instant now) {
    return cancel(CANCEL_OVERTAKEN, tenant, user, now);
  }

  private int cancel(String sql, TenantId tenant, UserId user, Instant now) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("now", SqlTime.of(now))
        .update();
  }

  /// Deletes all that is known of a user's logins (PRV-4).
  public void erase(TenantId tenant, UserId user) {
    jdbc.sql(ERASE).param("tenant", tenant.value()).param("user", user.value()).update();
  }

  /// Ends up to `batch` logins whose time is over.
  public List<Swept> expire(Instant now, int batch) {
    return sweep(EXPIRE_ACROSS_TENANTS, now, batch);
  }

  /// Takes back up to `batch` logins whose time is not over.
  public List<Swept> cancelOpen(Instant now, int batch) {
    return sweep(CANCEL_ACROSS_TENANTS, now, batch);
  }

  private List<Swept> sweep(String sql, Instant now, int batch) {
    return jdbc.sql(sql)
        .param("now", SqlTime.of(now))
        .param("batch", batch)
        .query((row, _) ->
            new Swept(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("ip"))))
        .list();
  }
}
