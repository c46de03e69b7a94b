package io.tweestap.factor.answer;

import io.tweestap.factor.FactorState;
import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
