package io.tweestap.login.prompt;

import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import io.tweestap.operations.TimePartitions;
import io.tweestap.policy.SessionLimits;
import io.tweestap.shared.SqlTime;
import io.tweestap.user.UserErased;
import io.tweestap.vault.SealedColumns;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What prompts hold goes as soon as their time is over; that a login was done on pages of ours
/// stays known as long as the [Login].
@Component
class ForgetPrompts implements Chore, SealedColumns {
  private static final Duration KEEP = SessionLimits.LONGEST.plusDays(1);
  private static final int BATCH = 1000;

  private static final String FORGET_SECRETS_ACROSS_TENANTS =
      """
      UPDATE prompt
      SET kept_sealed = NULL, kept_key_id = NULL, token_sealed = NULL, token_key_id = NULL
      WHERE (tenant_id, id) IN (
        SELECT tenant_id, id
        FROM prompt
        WHERE expires_at <= :now
          AND (kept_sealed IS NOT NULL OR token_sealed IS NOT NULL)
        LIMIT :rows
        FOR UPDATE SKIP LOCKED)
      """;

  private final PromptRows rows;
  private final JdbcClient jdbc;
  private final Clock clock;

  ForgetPrompts(PromptRows rows, JdbcClient jdbc, Clock clock) {
    this.rows = rows;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Bean
  static TimePartitions promptWeeks() {
    return new TimePartitions(Prompts.TABLE, KEEP);
  }

  @Override
  public String name() {
    return "forget-prompts";
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
    return jdbc.sql(FORGET_SECRETS_ACROSS_TENANTS)
        .param("now", SqlTime.of(clock.instant()))
        .param("rows", BATCH)
        .update();
  }

  @Override
  public List<Group> sealed() {
    return List.of(
        Group.of(Prompts.TABLE, "kept_key_id", Prompts.KEPT),
        Group.of(Prompts.TABLE, "token_key_id", Prompts.TOKEN));
  }

  @EventListener
  void erased(UserErased event) {
    rows.erase(event.tenant(), event.user());
  }
}
