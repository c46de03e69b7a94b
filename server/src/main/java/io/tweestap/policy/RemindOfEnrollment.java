package io.tweestap.policy;

import io.tweestap.operations.Chore;
import io.tweestap.policy.jdbc.PolicyRows;
import io.tweestap.policy.jdbc.ReminderRows;
import io.tweestap.policy.rule.ReminderLook;
import io.tweestap.policy.rule.ReminderStep;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.notice.Notice;
import io.tweestap.user.notice.NoticeKind;
import io.tweestap.user.notice.UserNotices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Mails those without a second factor that the date comes near (P6), with the date in the message:
/// each once for each step, also when two nodes do it at once or one of them dies in the middle.
/// Looks at everybody when a step begins, else at those who changed ([ReminderLook]).
@Component
class RemindOfEnrollment implements Chore {
  private final PolicyRows rows;
  private final ReminderRows reminders;
  private final Policies policies;
  private final ScanUsers scan;
  private final UserNotices notices;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RemindOfEnrollment(
      PolicyRows rows,
      ReminderRows reminders,
      Policies policies,
      ScanUsers scan,
      UserNotices notices,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.reminders = reminders;
    this.policies = policies;
    this.scan = scan;
    this.notices = notices;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "remind-of-enrollment";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    rows.reminding().forEach(this::remind);
  }

  private void remind(TenantId tenant) {
    Instant now = clock.instant();
    List<Policy> all = policies.remembered(tenant);
    Optional<ReminderLook> last = reminders.look(tenant);
    ReminderLook.Scope scope = ReminderLook.next(last, all, now);
    BiConsumer<User, Facts> each =
        (user, facts) ->
            ReminderStep.of(all, facts).ifPresent(step -> tell(tenant, user, step, now));
    if (look(tenant, scope, new Situation("", Purpose.LOGIN, _ -> now), each)) {
      reminders.looked(tenant, ReminderLook.after(scope, last, all, now));
    }
  }

  private boolean look(
      TenantId tenant,
      ReminderLook.Scope scope,
      Situation situation,
      BiConsumer<User, Facts> each) {
    return switch (scope) {
      case ReminderLook.Scope.Everybody() -> scan.all(tenant, Optional.empty(), situation, each);
      case ReminderLook.Scope.Changed changed -> scan.changed(tenant, changed, situation, each);
    };
  }

  private void tell(TenantId tenant, User user, ReminderStep step, Instant now) {
    transaction.executeWithoutResult(_ -> {
      if (reminders.first(tenant, user.id(), step, now)) {
        notices.tell(
            tenant,
            user,
            Notice.of(NoticeKind.ENROLLMENT_REMINDER, Map.of("until", step.date().toString())));
      }
    });
  }
}
