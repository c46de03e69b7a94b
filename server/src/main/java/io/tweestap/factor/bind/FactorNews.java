package io.tweestap.factor.bind;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.FactorState;
import io.tweestap.factor.FactorsChanged;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.Users;
import io.tweestap.user.notice.Notice;
import io.tweestap.user.notice.NoticeKind;
import io.tweestap.user.notice.UserNotices;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells the audit and the user what changed, as part of the transaction that changes it (REC-5).
@Component
public class FactorNews {
  private final AuditTrail audit;
  private final UserNotices notices;
  private final Users users;
  private final ApplicationEventPublisher events;

  FactorNews(AuditTrail audit, UserNotices notices, Users users, ApplicationEventPublisher events) {
    this.audit = audit;
    this.notices = notices;
    this.users = users;
    this.events = events;
  }

  /// A pending factor was written. The user is told when it is confirmed.
  void begun(TenantId tenant, User user, FactorId id, FactorKind kind, By by) {
    record(
        tenant,
        user,
        AuditAction.FACTOR_BINDING_STARTED,
        by,
        AuditResult.SUCCESS,
        facts(id, kind, Map.of()));
  }

  void bound(TenantId tenant, User user, StoredFactor stored, By by) {
    imported(tenant, user, stored, true, by);
  }

  /// A factor that was proven elsewhere came in a file, active at once.
  ///
  /// @param tell whether the user gets the mail of a new factor
  public void imported(TenantId tenant, User user, StoredFactor stored, boolean tell, By by) {
    Map<String, String> more = Map.of("source", stored.bond().source());
    noted(tenant, user, AuditAction.FACTOR_BOUND, stored, more, by);
    if (tell) {
      tell(tenant, user, NoticeKind.FACTOR_ADDED, stored);
    }
    events.publishEvent(new FactorsChanged(tenant, user.id()));
  }

  /// @param stored with the old name
  public void renamed(TenantId tenant, User user, StoredFactor stored, String name, By by) {
    noted(tenant, user, AuditAction.FACTOR_RENAMED, stored, Map.of(), by);
    Map<String, String> words =
        Map.of("factor", name, "kind", stored.kind().text(), "before", stored.bond().name());
    notices.tell(tenant, user, Notice.of(NoticeKind.FACTOR_RENAMED, words));
  }

  /// Suspended or resumed.
  public void moved(TenantId tenant, User user, StoredFactor stored, FactorState to, By by) {
    noted(tenant, user, AuditAction.FACTOR_CHANGED, stored, Map.of("state", to.text()), by);
    boolean lost = to == FactorState.SUSPENDED;
    tell(tenant, user, lost ? NoticeKind.FACTOR_SUSPENDED : NoticeKind.FACTOR_RESUMED, stored);
    events.publishEvent(new FactorsChanged(tenant, user.id()));
  }

  /// Removed, or canceled while it was pending. Tells only the audit, see [#tellEnded].
  ///
  /// @param why a word for the audit
  public void ended(TenantId tenant, User user, StoredFactor stored, String why, By by) {
    AuditAction action =
        stored.isPending() ? AuditAction.FACTOR_BINDING_CANCELED : AuditAction.FACTOR_REMOVED;
    noted(tenant, user, action, stored, Map.of("why", why), by);
    if (!stored.isPending()) {
      events.publishEvent(new FactorsChanged(tenant, user.id()));
    }
  }

  /// Something succeeded that only the audit needs to know.
  ///
  /// @param more details beside id and kind
  public void noted(
      TenantId tenant,
      User user,
      AuditAction action,
      StoredFactor stored,
      Map<String, String> more,
      By by) {
    Map<String, String> details = facts(stored.id(), stored.kind(), more);
    record(tenant, user, action, by, AuditResult.SUCCESS, details);
  }

  /// Tells the user of a factor that was removed; nothing for one that was never confirmed.
  public void tellEnded(TenantId tenant, User user, StoredFactor stored) {
    if (!stored.isPending()) {
      tell(tenant, user, NoticeKind.FACTOR_REMOVED, stored);
    }
  }

  /// An answer that was given by itself, outside of any login.
  public void answered(
      TenantId tenant, User user, StoredFactor stored, AnswerOutcome outcome, By by) {
    AuditResult result =
        switch (outcome) {
          case AnswerOutcome.Right _ -> AuditResult.SUCCESS;
          case AnswerOutcome.Wrong _,
              AnswerOutcome.AlreadyUsed _,
              AnswerOutcome.ParametersIgnored _,
              AnswerOutcome.ChallengeOver _,
              AnswerOutcome.Raced _ ->
              AuditResult.FAILURE;
          case AnswerOutcome.SlowedDown _,
              AnswerOutcome.Busy _,
              AnswerOutcome.MustRebind _,
              AnswerOutcome.Expired _,
              AnswerOutcome.NotUsable _ ->
              AuditResult.REFUSED;
        };
    Map<String, String> details = facts(stored.id(), stored.kind(), Map.of());
    record(tenant, user, AuditAction.FACTOR_ANSWERED, by, result, details);
  }

  /// A hundred failures in a row.
  public void disabled(TenantId tenant, StoredFactor stored) {
    users
        .find(tenant, stored.bond().user())
        .ifPresent(user -> {
          noted(tenant, user, AuditAction.FACTOR_DISABLED, stored, Map.of(), By.SYSTEM);
          tell(tenant, user, NoticeKind.FACTOR_DISABLED, stored);
        });
  }

  private void tell(TenantId tenant, User user, NoticeKind kind, StoredFactor stored) {
    Map<String, String> words =
        Map.of("factor", stored.bond().name(), "kind", stored.kind().text());
    notices.tell(tenant, user, Notice.of(kind, words));
  }

  private void record(
      TenantId tenant,
      User user,
      AuditAction action,
      By by,
      AuditResult result,
      Map<String, String> details) {
    audit.record(
        tenant,
        new AuditEvent(
            action, by.actor(), Optional.of(user.pseudonym()), by.sourceIp(), result, details));
  }

  private static Map<String, String> facts(FactorId id, FactorKind kind, Map<String, String> more) {
    Map<String, String> facts = new HashMap<>(more);
    facts.put("factor_id", id.toString());
    facts.put("factor_kind", kind.text());
    return facts;
  }
}
