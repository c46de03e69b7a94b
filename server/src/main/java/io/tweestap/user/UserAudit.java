package io.tweestap.user;

import static java.util.stream.Collectors.joining;

import io.tweestap.audit.Actor;
import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.shared.TenantId;
import io.tweestap.user.address.AddressChange;
import io.tweestap.user.address.AddressKind;
import io.tweestap.user.jdbc.StoredUser;
import io.tweestap.user.notice.NoticeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What the audit keeps about users: their pseudonym, never the reference or an address (PRV-4).
@Component
public class UserAudit {
  private final AuditTrail trail;

  UserAudit(AuditTrail trail) {
    this.trail = trail;
  }

  public void record(TenantId tenant, List<AuditEvent> events) {
    trail.record(tenant, events);
  }

  public void record(
      TenantId tenant,
      AuditAction action,
      UUID pseudonym,
      String actor,
      Map<String, String> details) {
    trail.record(tenant, event(action, pseudonym, actor, AuditResult.SUCCESS, details));
  }

  /// A notice that went nowhere.
  public void notSent(TenantId tenant, User user, NoticeKind kind, String why) {
    trail.record(
        tenant,
        event(
            AuditAction.NOTICE_NOT_SENT,
            user.pseudonym(),
            Actor.SYSTEM,
            AuditResult.FAILURE,
            Map.of("notice", kind.text(), "why", why)));
  }

  static AuditEvent created(StoredUser user, String actor) {
    return event(
        AuditAction.USER_CREATED,
        user.pseudonym(),
        actor,
        AuditResult.SUCCESS,
        Map.of("groups", listed(user.groups())));
  }

  /// One event per kind of change.
  static List<AuditEvent> changed(
      StoredUser before, StoredUser after, AddressChange addresses, String actor) {
    List<AuditEvent> events = new ArrayList<>();
    if (!before.groups().equals(after.groups())) {
      Map<String, String> details = new LinkedHashMap<>();
      details.put("added", listed(without(after.groups(), before.groups())));
      details.put("removed", listed(without(before.groups(), after.groups())));
      events.add(success(AuditAction.USER_GROUPS_CHANGED, after, actor, details));
    }
    if (!before.locale().equals(after.locale()) || !before.zone().equals(after.zone())) {
      events.add(success(AuditAction.USER_CHANGED, after, actor, Map.of()));
    }
    if (!addresses.isNone()) {
      events.add(
          success(
              AuditAction.ADDRESS_CHANGED,
              after,
              actor,
              Map.of(
                  "added", kinds(addresses.added().stream().map(one -> one.address().kind())),
                  "removed", kinds(addresses.removed().stream().map(one -> one.shown().kind())))));
    }
    return events;
  }

  private static AuditEvent success(
      AuditAction action, StoredUser user, String actor, Map<String, String> details) {
    return event(action, user.pseudonym(), actor, AuditResult.SUCCESS, details);
  }

  private static AuditEvent event(
      AuditAction action,
      UUID pseudonym,
      String actor,
      AuditResult result,
      Map<String, String> details) {
    return new AuditEvent(action, actor, Optional.of(pseudonym), Optional.empty(), result, details);
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  private static String listed(Set<String> groups) {
    return AuditEvent.words(String.join(" ", groups));
  }

  private static String kinds(Stream<AddressKind> kinds) {
    return kinds.map(AddressKind::text).sorted().collect(joining(" "));
  }
}
