package io.tweestap.login.prompt;

import io.tweestap.operations.Chore;
import io.tweestap.operations.TimePartitions;
import io.tweestap.policy.SessionLimits;
import io.tweestap.user.UserErased;
import io.tweestap.vault.SealedColumns;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What prompts hold goes as soon as their time is over; that a login was done on pages of ours
/// stays known as long as the [Login].
@Component
class ForgetPrompts implements Chore, SealedColumns {
  private static final Duration KEEP = SessionLimits.LONGEST.plusDays(1);

  private final PromptRows rows;
  private final Clock clock;

  ForgetPrompts(PromptRows rows, Clock clock) {
    this.rows = rows;
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
    rows.forgetSecrets(clock.instant());
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
