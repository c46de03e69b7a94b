package io.tweestap.login.jdbc;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.login.Passing;
import io.tweestap.login.Proven;
import io.tweestap.login.Result;
import io.tweestap.shared.SqlTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Lets several logins pass by one statement, each on the terms of [StepRows#pass].
@Repository
public class PassRows {
  private static final String PASS_ALL =
      """
      UPDATE login AS passed
      SET state = 'passed', finished_at = given.auth_time, ip = NULL, enrolling = NULL,
        amr = string_to_array(given.amr, ' '), acr = given.acr, factor_id = given.factor,
        factor_kind = given.kind, factor_at = given.factor_at,
        factor_amr = string_to_array(given.factor_amr, ' '), factor_strength = given.strength,
        session_ends_at = given.session_ends_at, session_idle_seconds = given.idle_seconds,
        active_at = given.active_at
      FROM unnest(:tenants, :ids, :auth_times, :amrs, :acrs, :factors, :kinds, :factor_ats,
        :factor_amrs, :strengths, :session_ends, :idle_seconds, :active_ats)
        AS given (tenant_id, id, auth_time, amr, acr, factor, kind, factor_at, factor_amr, strength,
          session_ends_at, idle_seconds, active_at)
      WHERE passed.tenant_id = given.tenant_id
        AND passed.id = given.id
        AND passed.state = 'pending'
        AND passed.expires_at > given.auth_time
        AND passed.answers_wrong < passed.answers_max
      """;

  private final JdbcClient jdbc;

  PassRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Lets logins pass, each of which stands in the list once.
  ///
  /// @return how many were still pending and passed
  public int pass(List<Passing> all) {
    return jdbc.sql(PASS_ALL)
        .param("tenants", column("uuid", all, one -> one.tenant().value()))
        .param("ids", column("uuid", all, one -> one.login().id()))
        .param("auth_times", column("timestamptz", all, one -> SqlTime.of(one.result().authTime())))
        .param("amrs", column("text", all, one -> String.join(" ", one.result().amr())))
        .param("acrs", column("smallint", all, one -> one.result().acr()))
        .param("factors", proven("uuid", all, proven -> proven.factor().map(FactorId::value)))
        .param("kinds", proven("text", all, proven -> proven.kind().map(FactorKind::text)))
        .param("factor_ats", proven("timestamptz", all, proven -> proven.at().map(SqlTime::of)))
        .param("factor_amrs", column("text", all, one -> String.join(" ", one.proven().amr())))
        .param("strengths", proven("text", all, proven -> proven.strongest().map(Enum::name)))
        .param("session_ends", column("timestamptz", all, PassRows::sessionEnd))
        .param("idle_seconds", column("integer", all, PassRows::idleSeconds))
        .param("active_ats", column("timestamptz", all, PassRows::activeAt))
        .update();
  }

  private static @Nullable Object sessionEnd(Passing one) {
    Result result = one.result();
    return result
        .session()
        .map(stay -> SqlTime.of(result.authTime().plus(stay.lifetime())))
        .orElse(null);
  }

  private static @Nullable Object idleSeconds(Passing one) {
    return one.result().session().map(stay -> stay.idle().toSeconds()).orElse(null);
  }

  private static @Nullable Object activeAt(Passing one) {
    return one.result().session().map(_ -> SqlTime.of(one.result().authTime())).orElse(null);
  }

  private static SqlArrayValue proven(
      String type, List<Passing> all, Function<Proven, Optional<?>> component) {
    return column(type, all, one -> component.apply(one.proven()).orElse(null));
  }

  private static SqlArrayValue column(
      String type, List<Passing> all, Function<Passing, @Nullable Object> component) {
    return new SqlArrayValue(type, all.stream().map(component).toArray());
  }
}
