package io.tweestap.factor.answer;

import io.tweestap.factor.FactorState;
import io.tweestap.factor.PlainAnswer;
import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Settles answers: each by one statement that asks whether the factor is still as it was when the
/// answer was compared. Of many answers at once the row's lock lets one through after the other,
/// and each but the first finds `attempts` changed: so it learns nothing, and must compare again
/// with what the one before it left.
@Repository
class AnswerRows {
  private static final String SPEND =
      """
      UPDATE factor
      SET moving = :moving, drift = :drift, attempts = attempts + 1, failures = 0,
        slowed_until = NULL, last_used_at = :now
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = 'active'
        AND attempts = :seen
        AND moving < :moving
        AND (slowed_until IS NULL OR slowed_until <= :now)
        AND (expires_at IS NULL OR expires_at > :now)
      """;

  /// The same for many.
  private static final String SPEND_ALL =
      """
      UPDATE factor AS spent
      SET moving = given.moving, drift = given.drift, attempts = spent.attempts + 1, failures = 0,
        slowed_until = NULL, last_used_at = :now
      FROM unnest(:tenants, :ids, :seen, :movings, :drifts)
        AS given (tenant_id, id, seen, moving, drift)
      WHERE spent.tenant_id = given.tenant_id
        AND spent.id = given.id
        AND spent.state = 'active'
        AND spent.attempts = given.seen
        AND spent.moving < given.moving
        AND (spent.slowed_until IS NULL OR spent.slowed_until <= :now)
        AND (spent.expires_at IS NULL OR spent.expires_at > :now)
      RETURNING spent.tenant_id, spent.id
      """;

  /// The first right code makes a pending factor an active one, if it is in time.
  private static final String CONFIRM =
      """
      UPDATE factor
      SET state = 'active', pending_until = NULL, bound_at = :now, moving = :moving,
        drift = :drift, attempts = attempts + 1, failures = 0, slowed_until = NULL,
        last_used_at = :now
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = 'pending'
        AND pending_until > :now
        AND attempts = :seen
        AND moving < :moving
        AND (slowed_until IS NULL OR slowed_until <= :now)
      """;

  private static final String FAIL =
      """
      UPDATE factor
      SET attempts = attempts + 1, failures = :failures, slowed_until = :until,
        state = :becomes
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = :state
        AND attempts = :seen
        AND (slowed_until IS NULL OR slowed_until <= :now)
      """;

  private final JdbcClient jdbc;

  AnswerRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Spends a right answer.
  ///
  /// @return whether it was this one
  boolean spend(TenantId tenant, StoredFactor stored, Judgment.Right right, Instant now) {
    return jdbc.sql(stored.isPending() ? CONFIRM : SPEND)
            .param("tenant", tenant.value())
            .param("id", stored.id().value())
            .param("seen", stored.attempts())
            .param("moving", right.moving())
            .param("drift", right.drift())
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  /// Spends right answers, each of another factor, on the same terms.
  ///
  /// @return those that were spent
  Set<PlainAnswer> spend(List<PlainAnswer> answers, Instant now) {
    Set<List<UUID>> spent =
        jdbc.sql(SPEND_ALL)
            .param("tenants", column("uuid", answers, answer -> answer.tenant().value()))
            .param("ids", column("uuid", answers, answer -> answer.stored().id().value()))
            .param("seen", column("bigint", answers, answer -> answer.stored().attempts()))
            .param("movings", column("bigint", answers, answer -> answer.right().moving()))
            .param("drifts", column("integer", answers, answer -> answer.right().drift()))
            .param("now", SqlTime.of(now))
            .query((row, _) ->
                List.of(row.getObject("tenant_id", UUID.class), row.getObject("id", UUID.class)))
            .set();
    return answers.stream()
        .filter(answer ->
            spent.contains(List.of(answer.tenant().value(), answer.stored().id().value())))
        .collect(Collectors.toSet());
  }

  private static SqlArrayValue column(
      String type, List<PlainAnswer> answers, Function<PlainAnswer, Object> component) {
    return new SqlArrayValue(type, answers.stream().map(component).toArray());
  }

  /// Counts a wrong answer, makes the next one wait, and disables the factor at the cap. A pending
  /// one stays pending: it is given up soon enough.
  ///
  /// @param attempts how many answers were compared before this one
  /// @return whether it was this one that was counted
  boolean fail(TenantId tenant, StoredFactor stored, long attempts, Instant now) {
    int failures = Math.min(Delays.CAP, stored.bond().failures() + 1);
    Duration wait = Delays.after(failures);
    return jdbc.sql(FAIL)
            .param("tenant", tenant.value())
            .param("id", stored.id().value())
            .param("seen", attempts)
            .param("state", stored.bond().state().text())
            .param("becomes", after(stored, failures).text())
            .param("failures", failures)
            .param("until", until(wait, now))
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  /// What a factor is after so many failures in a row.
  static FactorState after(StoredFactor stored, int failures) {
    return failures >= Delays.CAP && !stored.isPending()
        ? FactorState.DISABLED
        : stored.bond().state();
  }

  private static java.time.@Nullable OffsetDateTime until(Duration wait, Instant now) {
    return wait.isZero() ? null : SqlTime.of(now.plus(wait));
  }
}
