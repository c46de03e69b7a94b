package io.tweestap.policy;

import io.tweestap.audit.Actor;
import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.policy.exemption.Exemption;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Tells the audit what became of policies and exemptions, in the transaction that made it so.
@Component
public class PolicyNews {
  private final AuditTrail audit;

  PolicyNews(AuditTrail audit) {
    this.audit = audit;
  }

  void policy(TenantId tenant, AuditAction action, String actor, Policy policy) {
    policy(tenant, action, actor, policy, List.of());
  }

  /// @param changed names of the fields that are different now
  void policy(
      TenantId tenant, AuditAction action, String actor, Policy policy, List<String> changed) {
    Map<String, String> details = new TreeMap<>();
    details.put("policy", policy.id().toString());
    details.put("policy_name", AuditEvent.words(policy.name()));
    policy.group().ifPresent(group -> details.put("group", AuditEvent.words(group)));
    policy.terms().requiredFrom().ifPresent(date -> details.put("required_from", date.toString()));
    if (!changed.isEmpty()) {
      details.put("changed", AuditEvent.words(String.join(" ", changed)));
    }
    record(tenant, action, actor, Optional.empty(), details);
  }

  public void exemption(
      TenantId tenant, User user, AuditAction action, String actor, Exemption exemption) {
    Map<String, String> details = new HashMap<>();
    details.put("exemption", exemption.id().toString());
    details.put("until", exemption.until().toString());
    details.put("reason", AuditEvent.words(exemption.reason()));
    details.put("requested_by", AuditEvent.words(exemption.requestedBy()));
    exemption.approvedBy().ifPresent(by -> details.put("approved_by", AuditEvent.words(by)));
    record(tenant, action, actor, Optional.of(user), details);
  }

  /// It ended by itself.
  public void exemptionEnded(TenantId tenant, User user) {
    record(tenant, AuditAction.EXEMPTION_ENDED, Actor.SYSTEM, Optional.of(user), Map.of());
  }

  private void record(
      TenantId tenant,
      AuditAction action,
      String actor,
      Optional<User> user,
      Map<String, String> details) {
    audit.record(
        tenant,
        new AuditEvent(
            action,
            actor,
            user.map(User::pseudonym),
            Optional.empty(),
            AuditResult.SUCCESS,
            details));
  }
}
