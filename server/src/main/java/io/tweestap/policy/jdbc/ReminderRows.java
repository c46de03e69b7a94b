package io.tweestap.policy.jdbc;

import io.tweestap.policy.rule.ReminderLook;
import io.tweestap.policy.rule.ReminderStep;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who was reminded of which date, and how far was looked for others.
@Repository
public class ReminderRows {
  private static final String INSERT =
      """
      INSERT INTO enrollment_reminder (tenant_id, user_id, required_from, days, sent_at)
      VALUES (:tenant, :user, :date, :days, :now)
      ON CONFLICT (tenant_id, user_id, required_from, days) DO NOTHING
      """;

  private static final String LOOK =
      """
      SELECT looked_at, all_at, policies
      FROM reminder_look
      WHERE tenant_id = :tenant
      """;

  /// Of two nodes that looked at once, the later one wins: neither left anybody out.
  private static final String LOOKED =
      """
      INSERT INTO reminder_look (tenant_id, looked_at, all_at, policies)
      VALUES (:tenant, :looked, :all, :policies)
      ON CONFLICT (tenant_id) DO UPDATE
      SET looked_at = excluded.looked_at, all_at = excluded.all_at, policies = excluded.policies
      WHERE reminder_look.tenant_id = :tenant
        AND reminder_look.looked_at <= excluded.looked_at
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

  /// How far was looked; empty when it never was.
  public Optional<ReminderLook> look(TenantId tenant) {
    return jdbc.sql(LOOK)
        .param("tenant", tenant.value())
        .query((row, _) ->
            new ReminderLook(
                SqlTime.read(row, "looked_at"),
                SqlTime.read(row, "all_at"),
                row.getObject("policies", UUID.class)))
        .optional();
  }

  public void looked(TenantId tenant, ReminderLook look) {
    jdbc.sql(LOOKED)
        .param("tenant", tenant.value())
        .param("looked", SqlTime.of(look.lookedAt()))
        .param("all", SqlTime.of(look.allAt()))
        .param("policies", look.policies())
        .update();
  }
}
