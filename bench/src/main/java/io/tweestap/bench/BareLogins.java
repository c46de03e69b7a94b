package io.tweestap.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Logins without a server: the statements that one takes, with the same commits. Nothing is
/// compared, sealed or hashed.
final class BareLogins implements Load.Worker {
  private static final String USER =
      """
      SELECT id, ref, state, groups, locale, time_zone, deadline, skips_used, pseudonym, created_at,
        updated_at
      FROM app_user
      WHERE tenant_id = ?
        AND ref = ?
      """;

  private static final String FACTORS =
      """
      SELECT id, user_id, kind, state, name, source, secret_sealed, parameters, moving, drift,
        attempts, failures, slowed_until, pending_until, bound_at, last_used_at, expires_at
      FROM factor
      WHERE tenant_id = ?
        AND user_id = ?
        AND state <> 'removed'
        AND (pending_until IS NULL OR pending_until > now())
      ORDER BY id
      """;

  private static final String BEGIN =
      """
      INSERT INTO login
        (tenant_id, id, user_id, subject, state, purpose, plan, locale, answers_max, created_at,
        expires_at)
      VALUES (?, ?, ?, ?, 'pending', 'login', ?, 'en', 10, now(), now() + interval '10 min')
      """;

  private static final String AUDIT =
      """
      INSERT INTO audit_event (tenant_id, id, retention, action, actor, subject, result, details,
        digest, digest_key_id)
      VALUES (?, ?, 'activity', ?, 'user', ?, 'success', '{"login":"x","purpose":"login"}', ?, 1)
      """;

  private static final String LOGIN =
      """
      SELECT id, user_id, subject, state, purpose, application, plan, ip, place, user_agent, locale,
        details_sealed, browser_id, answers_wrong, answers_max, challenges, proof_id, proof_address,
        proof_kind, proven_at, factor_id, factor_kind, factor_at, factor_amr, factor_strength,
        enrolling, amr, acr, created_at, expires_at, finished_at, session_ends_at,
        session_idle_seconds
      FROM login
      WHERE tenant_id = ?
        AND id = ?
      """;

  private static final String FACTOR =
      """
      SELECT id, user_id, kind, state, name, source, secret_sealed, parameters, moving, drift,
        attempts, failures, slowed_until, pending_until, bound_at, last_used_at, expires_at
      FROM factor
      WHERE tenant_id = ?
        AND id = ?
        AND state <> 'removed'
      """;

  private static final String SPEND =
      """
      UPDATE factor
      SET moving = 1, drift = 0, attempts = attempts + 1, failures = 0, slowed_until = NULL,
        last_used_at = now()
      WHERE tenant_id = ?
        AND id = ?
        AND state = 'active'
        AND attempts = 0
        AND moving < 1
        AND (slowed_until IS NULL OR slowed_until <= now())
        AND (expires_at IS NULL OR expires_at > now())
      """;

  private static final String PASS =
      """
      UPDATE login
      SET state = 'passed', finished_at = now(), ip = NULL, enrolling = NULL,
        amr = '{pwd,otp,mfa}', acr = 2, factor_id = id, factor_kind = 'totp', factor_at = now(),
        factor_amr = '{otp}', factor_strength = 'STANDARD',
        session_ends_at = now() + interval '1 day', session_idle_seconds = 3600, active_at = now()
      WHERE tenant_id = ?
        AND id = ?
        AND state = 'pending'
        AND expires_at > now()
        AND answers_wrong < answers_max
      """;

  /// As long as the server's own.
  private static final String PLAN =
      "{\"decision\":\"CHALLENGE\",\"x\":\"" + "x".repeat(280) + "\"}";

  private final Database database;
  private final Members members;
  private final TimeOrdered ids = new TimeOrdered();

  BareLogins(Database database, Members members) {
    this.database = database;
    this.members = members;
  }

  @Override
  public int once() throws SQLException {
    @Nullable Member member = members.take();
    if (member == null) {
      return 0;
    }
    UUID login = ids.next();
    try (Connection connection = database.connection()) {
      query(connection, USER, member.tenant(), member.ref());
      query(connection, FACTORS, member.tenant(), member.user());
      connection.setAutoCommit(false);
      update(connection, BEGIN, member.tenant(), login, member.user(), member.subject(), PLAN);
      audit(connection, member, "login.decided");
      connection.commit();
      connection.setAutoCommit(true);
    }
    answer(member, login);
    return 1;
  }

  private void answer(Member member, UUID login) throws SQLException {
    try (Connection connection = database.connection()) {
      query(connection, LOGIN, member.tenant(), login);
      query(connection, FACTOR, member.tenant(), member.factor());
      connection.setAutoCommit(false);
      update(connection, SPEND, member.tenant(), member.factor());
      update(connection, PASS, member.tenant(), login);
      audit(connection, member, "login.passed");
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private void audit(Connection connection, Member member, String action) throws SQLException {
    update(connection, AUDIT, member.tenant(), ids.next(), action, member.subject(), new byte[32]);
  }

  private static void query(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new IllegalStateException("a row is missing");
        }
      }
    }
  }

  private static void update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("a row was not written");
      }
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
