package io.tweestap.verification;

import io.tweestap.operations.Tally;
import io.tweestap.shared.TenantId;
import io.tweestap.verification.jdbc.CheckAttempt;
import io.tweestap.verification.jdbc.CheckResult;
import io.tweestap.verification.jdbc.VerificationList;
import io.tweestap.webhook.EventType;
import io.tweestap.webhook.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells the tenant's endpoints what became of a verification, as part of the transaction that made
/// it so. Costs nothing where nobody listens.
@Component
class VerificationEvents {
  /// What an event says: enough to find one's own order or session by its metadata.
  record Data(
      UUID id,
      String state,
      String purpose,
      String channel,
      String to,
      int sendsUsed,
      int checksUsed,
      Instant createdAt,
      Instant expiresAt,
      Map<String, String> metadata) {
    static Data of(Verification verification) {
      return new Data(
          verification.id(),
          verification.state().text(),
          verification.purpose().text(),
          verification.channel().text(),
          verification.to(),
          verification.sendsUsed(),
          verification.checksUsed(),
          verification.createdAt(),
          verification.expiresAt(),
          verification.metadata());
    }
  }

  private final Webhooks webhooks;
  private final VerificationList list;

  VerificationEvents(Webhooks webhooks, VerificationList list) {
    this.webhooks = webhooks;
    this.list = list;
  }

  void started(TenantId tenant, Verification verification) {
    Tally.VERIFICATIONS.add("started");
    if (webhooks.isListening(tenant, EventType.VERIFICATION_STARTED)) {
      webhooks.record(tenant, EventType.VERIFICATION_STARTED, Data.of(verification));
    }
  }

  /// Whether anybody wants to know how checks of this tenant end.
  boolean checksAreWanted(TenantId tenant) {
    return webhooks.isListening(tenant, EventType.VERIFICATION_APPROVED)
        || webhooks.isListening(tenant, EventType.VERIFICATION_FAILED);
  }

  /// Tells what checks just ended; a wrong code with checks left ends nothing.
  void checked(List<CheckAttempt> attempts, List<CheckResult> results) {
    for (int i = 0; i < attempts.size(); i++) {
      if (results.get(i).endedNow()) {
        EventType how =
            results.get(i).outcome() instanceof CheckOutcome.Approved
                ? EventType.VERIFICATION_APPROVED
                : EventType.VERIFICATION_FAILED;
        tell(attempts.get(i).tenant(), attempts.get(i).id(), how);
      }
    }
  }

  /// Tells that a verification ended otherwise than by a check.
  void ended(TenantId tenant, UUID id, EventType how) {
    Tally.VERIFICATIONS.add(how == EventType.VERIFICATION_EXPIRED ? "expired" : "canceled");
    tell(tenant, id, how);
  }

  private void tell(TenantId tenant, UUID id, EventType how) {
    if (webhooks.isListening(tenant, how)) {
      list.find(tenant, id)
          .ifPresent(verification -> webhooks.record(tenant, how, Data.of(verification)));
    }
  }
}
