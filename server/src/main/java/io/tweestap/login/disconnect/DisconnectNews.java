package io.tweestap.login.disconnect;

import io.tweestap.audit.Actor;
import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.audit.TenantEvent;
import io.tweestap.factor.FactorId;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.notice.Notice;
import io.tweestap.user.notice.NoticeKind;
import io.tweestap.user.notice.UserNotices;
import io.tweestap.webhook.EventType;
import io.tweestap.webhook.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a disconnect on record, where the user belongs and where the staff do, and tells the user
/// and the tenant's own systems. Always in the transaction that does it.
@Component
class DisconnectNews {
  private static final String ALL = "all";

  /// What an event says.
  ///
  /// @param factorId missing when it is about all factors
  record Data(
      UUID id,
      String user,
      String state,
      @Nullable UUID factorId,
      String staff,
      Instant createdAt,
      Instant expiresAt) {}

  private final AuditTrail audit;
  private final UserNotices notices;
  private final Webhooks webhooks;

  DisconnectNews(AuditTrail audit, UserNotices notices, Webhooks webhooks) {
    this.audit = audit;
    this.notices = notices;
    this.webhooks = webhooks;
  }

  /// Somebody asked, and a second person must agree.
  void requested(TenantId tenant, User user, Disconnect disconnect) {
    record(tenant, user, disconnect, AuditAction.DISCONNECT_REQUESTED, disconnect.by());
    webhooks.record(tenant, EventType.DISCONNECT_REQUESTED, data(user, disconnect));
  }

  void canceled(TenantId tenant, User user, Disconnect disconnect, Staff by) {
    record(tenant, user, disconnect, AuditAction.DISCONNECT_REJECTED, by);
  }

  /// It is carried out; the user is told on every address (REC-5).
  ///
  /// @param what the name of the factor, or `*` for all
  void done(TenantId tenant, User user, Disconnect disconnect, String what) {
    disconnect
        .approvedBy()
        .ifPresent(
            second -> record(tenant, user, disconnect, AuditAction.DISCONNECT_APPROVED, second));
    record(tenant, user, disconnect, AuditAction.DISCONNECT_DONE, disconnect.by());
    webhooks.record(tenant, EventType.DISCONNECT_DONE, data(user, disconnect));
    notices.tell(tenant, user, Notice.of(NoticeKind.DISCONNECTED, Map.of("scope", what)));
  }

  /// Staff of an operator leave a trace at the operator, too.
  private void record(
      TenantId tenant, User user, Disconnect disconnect, AuditAction action, Staff by) {
    Map<String, String> details = details(disconnect);
    List<TenantEvent> events = new ArrayList<>();
    events.add(new TenantEvent(tenant, event(user, action, disconnect, by, details)));
    if (!by.tenant().equals(tenant)) {
      Map<String, String> more = new HashMap<>(details);
      more.put("for_tenant", tenant.toString());
      events.add(new TenantEvent(by.tenant(), event(user, action, disconnect, by, more)));
    }
    audit.record(events);
  }

  private static AuditEvent event(
      User user, AuditAction action, Disconnect disconnect, Staff by, Map<String, String> details) {
    boolean first = by.equals(disconnect.by());
    return new AuditEvent(
        action,
        first
            ? Actor.staff(disconnect.asked().staff(), by.clientId())
            : Actor.client(by.clientId()),
        Optional.of(user.pseudonym()),
        Optional.empty(),
        AuditResult.SUCCESS,
        details);
  }

  private static Map<String, String> details(Disconnect disconnect) {
    NewDisconnect asked = disconnect.asked();
    Map<String, String> details = new HashMap<>();
    details.put("disconnect", disconnect.id().toString());
    details.put("scope", scope(asked));
    details.put("reason", AuditEvent.words(asked.reason()));
    details.put("caller_check", AuditEvent.words(asked.callerCheck()));
    details.put("temporary_pass", Boolean.toString(asked.temporaryPass()));
    details.put("by_tenant", disconnect.by().tenant().toString());
    asked.approver().ifPresent(name -> details.put("approver", AuditEvent.words(name)));
    asked.exemptUntil().ifPresent(until -> details.put("exempt_until", until.toString()));
    return details;
  }

  private static String scope(NewDisconnect asked) {
    return asked.factor().map(FactorId::toString).orElse(ALL);
  }

  private static Data data(User user, Disconnect disconnect) {
    return new Data(
        disconnect.id(),
        user.ref().value(),
        disconnect.state().text(),
        disconnect.asked().factor().map(FactorId::value).orElse(null),
        AuditEvent.words(disconnect.asked().staff()),
        disconnect.createdAt(),
        disconnect.expiresAt());
  }
}
