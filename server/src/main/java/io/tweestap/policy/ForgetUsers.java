package io.tweestap.policy;

import io.tweestap.audit.Actor;
import io.tweestap.policy.jdbc.ExemptionChanges;
import io.tweestap.user.UserClosed;
import io.tweestap.user.UserErased;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What becomes of exemptions and reminders when their user goes, in the same transaction.
@Component
class ForgetUsers {
  private final ExemptionChanges changes;
  private final Clock clock;

  ForgetUsers(ExemptionChanges changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  @EventListener
  void closed(UserClosed event) {
    changes.endAll(event.tenant(), event.user(), Actor.SYSTEM, clock.instant());
  }

  /// PRV-4: nothing about the user stays.
  @EventListener
  void erased(UserErased event) {
    changes.erase(event.tenant(), event.user());
  }
}
