package io.tweestap.login.jdbc;

import io.tweestap.factor.FactorId;
import io.tweestap.login.Login;
import io.tweestap.login.Proven;
import io.tweestap.login.Result;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// A login goes on: each step is one statement that touches it only while it is pending and in
/// time, so that it passes once, and counts no more wrong answers than it allows.
@Repository
public class StepRows {
  private static final String PASS =
      """
      UPDATE login
      SET state = 'passed', finished_at = :now, ip = NULL, enrolling = NULL, amr = :amr, acr = :acr,
        factor_id = :factor, factor_kind = :kind, factor_at = :factor_at, factor_amr = :factor_amr,
        factor_strength = :strength, session_ends_at = :session_ends_at,
        session_idle_seconds = :idle_seconds, active_at = :active_at
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = 'pending'
        AND expires_at > :now
        AND answers_wrong < answers_max
      """;

  private static final String PROVE_FACTOR =
      """
      UPDATE login
      SET factor_id = :factor, factor_kind = :kind, factor_at = :factor_at,
        factor_amr = :factor_amr, factor_strength = :strength
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = 'pending'
        AND expires_at > :now
        AND answers_wrong < answers_max
      """;

  private static final String COUNT_WRONG =
      """
      UPDATE login
      SET answers_wrong = answers_wrong + 1,
        (state, finished_at, ip) = (
          SELECT
            CASE WHEN answers_wrong + 1 >= answers_max THEN 'failed' ELSE 'pending' END,
            CASE WHEN answers_wrong + 1 >= answers_max THEN CAST(:now AS timestamptz) END,
            CASE WHEN answers_wrong + 1 >= answers_max THEN NULL ELSE ip END)
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = 'pending'
        AND expires_at > :now
        AND answers_wrong < answers_max
      RETURNING answers_max - answers_wrong AS answers_left
      """;

  private static final String CHALLENGED =
      """
      UPDATE login
      SET challenges = challenges
        || jsonb_build_object(CAST(:factor AS text), CAST(:challenge AS text))
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = 'pending'
        AND expires_at > :now
      """;

  private static final String REMEMBERED =
      """
      UPDATE login
      SET browser_id = :browser
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  private final JdbcClient jdbc;

  StepRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Lets a login pass.
  ///
  /// @return whether it was still pending: false means that another answer was faster, or it is
  ///   over
  public boolean pass(TenantId tenant, Login login, Proven proven, Result result) {
    Instant now = result.authTime();
    Optional<Result.Stay> stay = result.session();
    return proven(PASS, tenant, login.id(), proven, now)
            .param("amr", result.amr().toArray(String[]::new))
            .param("acr", result.acr())
            .param(
                "session_ends_at",
                stay.map(length -> SqlTime.of(now.plus(length.lifetime()))).orElse(null))
            .param("idle_seconds", stay.map(length -> length.idle().toSeconds()).orElse(null))
            .param("active_at", stay.map((Result.Stay _) -> SqlTime.of(now)).orElse(null))
            .update()
        == 1;
  }

  /// Notes a right answer after which more is asked for.
  public boolean proveFactor(TenantId tenant, UUID id, Proven proven, Instant now) {
    return proven(PROVE_FACTOR, tenant, id, proven, now).update() == 1;
  }

  private JdbcClient.StatementSpec proven(
      String sql, TenantId tenant, UUID id, Proven proven, Instant now) {
    return step(sql, tenant, id, now)
        .param("factor", proven.factor().map(FactorId::value).orElse(null))
        .param("kind", proven.kind().map(kind -> kind.text()).orElse(null))
        .param("factor_at", proven.at().map(SqlTime::of).orElse(null))
        .param("factor_amr", proven.amr().toArray(String[]::new))
        .param("strength", proven.strongest().map(Enum::name).orElse(null));
  }

  /// Counts a wrong answer; the last one allowed ends the login.
  ///
  /// @return how many are left, 0 when it has failed now; empty when it was not pending any more
  public Optional<Integer> countWrong(TenantId tenant, UUID id, Instant now) {
    return step(COUNT_WRONG, tenant, id, now)
        .query((row, _) -> row.getInt("answers_left"))
        .optional();
  }

  /// Ties a challenge to the login, in the place of an earlier one to the same factor.
  public boolean challenged(
      TenantId tenant, UUID id, FactorId factor, UUID challenge, Instant now) {
    return step(CHALLENGED, tenant, id, now)
            .param("factor", factor.value())
            .param("challenge", challenge)
            .update()
        == 1;
  }

  /// Notes as which browser the one of this login is remembered: to be remembered anew when that
  /// one ends, and not told of twice.
  public void remembered(TenantId tenant, UUID id, UUID browser) {
    jdbc.sql(REMEMBERED)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("browser", browser)
        .update();
  }

  private JdbcClient.StatementSpec step(String sql, TenantId tenant, UUID id, Instant now) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("now", SqlTime.of(now));
  }
}
