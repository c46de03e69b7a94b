package io.tweestap.login.account;

import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import io.tweestap.shared.SqlTime;
import io.tweestap.user.UserClosed;
import io.tweestap.user.UserErased;
import io.tweestap.user.UserSuspended;
import io.tweestap.vault.SealedColumns;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Ends the visits of a user who is suspended, closed or erased, in the same transaction, and
/// forgets visits whose time is long over.
@Component
class EndVisits implements Chore, SealedColumns {
  private static final Duration KEEP = AccountVisit.LONGEST.plus(AccountLinks.LIFE);
  private static final int BATCH = 1000;

  private static final String FORGET_ACROSS_TENANTS =
      """
      DELETE FROM account_visit
      WHERE (tenant_id, id) IN (
        SELECT tenant_id, id
        FROM account_visit
        WHERE created_at < :before
        LIMIT :rows
        FOR UPDATE SKIP LOCKED)
      """;

  private final VisitRows rows;
  private final AccountVisits visits;
  private final JdbcClient jdbc;
  private final Clock clock;

  EndVisits(VisitRows rows, AccountVisits visits, JdbcClient jdbc, Clock clock) {
    this.rows = rows;
    this.visits = visits;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  void suspended(UserSuspended event) {
    visits.endAll(event.tenant(), event.user());
  }

  @EventListener
  void closed(UserClosed event) {
    visits.endAll(event.tenant(), event.user());
  }

  @EventListener
  void erased(UserErased event) {
    rows.erase(event.tenant(), event.user());
  }

  @Override
  public String name() {
    return "forget-account-visits";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void run() {
    Portions.untilDone(BATCH, this::forgetSome);
  }

  private int forgetSome() {
    return jdbc.sql(FORGET_ACROSS_TENANTS)
        .param("before", SqlTime.of(clock.instant().minus(KEEP)))
        .param("rows", BATCH)
        .update();
  }

  @Override
  public List<Group> sealed() {
    return List.of(Group.of(AccountVisits.TABLE, "kept_key_id", AccountVisits.KEPT));
  }
}
