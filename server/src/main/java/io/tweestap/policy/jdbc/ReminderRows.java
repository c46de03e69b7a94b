package io.tweestap.policy.jdbc;

import io.tweestap.policy.rule.ReminderStep;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who was reminded of which date.
@Repository
public class ReminderRows {
  private static final String INSERT =
      """
      INSERT INTO enrollment_reminder (tenant_id, user_id, required_from, days, sent_at)
      VALUES (:tenant, :user, :date, :days, :now)
      ON CONFLICT (tenant_id, user_id, required_from, days) DO NOTHING
      """;

  private final JdbcClient jdbc;

  ReminderRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Whether this is the first time: whoever inserts the row sends the mail, in one transaction.
  public boolean first(TenantId tenant, UserId user, ReminderStep step, Instant now) {
    return jdbc.sql(INSERT)
            .param("tenant", tenant.value())
            .param("user", user.value())
            .param("date", step.date())
            .param("days", step.days())
            .param("now", SqlTime.of(now))
            .update()
        > 0;
  }
}
