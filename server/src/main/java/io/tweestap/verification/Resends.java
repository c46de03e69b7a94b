package io.tweestap.verification;

import io.tweestap.credit.Shortage;
import io.tweestap.limit.Limit;
import io.tweestap.risk.Counted;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.tenant.Tenants;
import io.tweestap.verification.IssueCode.Issued;
import io.tweestap.verification.IssueCode.Overtaken;
import io.tweestap.verification.IssueCode.Unpaid;
import io.tweestap.verification.jdbc.Stored;
import io.tweestap.verification.jdbc.VerificationRows;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/// Sends a new code for a verification that is still pending (OOB-6). The checks that were used
/// stay used (OOB-4).
@Service
public class Resends {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Tenants tenants;
  private final SendPermits permits;
  private final ResendRules rules;
  private final IssueCode issue;
  private final VerificationRows rows;

  Resends(
      Tenants tenants,
      SendPermits permits,
      ResendRules rules,
      IssueCode issue,
      VerificationRows rows) {
    this.tenants = tenants;
    this.permits = permits;
    this.rules = rules;
    this.issue = issue;
    this.rows = rows;
  }

  ResendOutcome resend(TenantId tenant, UUID id, Optional<Channel> channel) {
    Optional<Stored> found = rows.find(tenant, id);
    if (found.isEmpty()) {
      return new ResendOutcome.NotFound();
    }
    Stored stored = found.get();
    Channel by = channel.orElse(stored.verification().channel());
    return rules
        .refusal(stored.verification(), by)
        .orElseGet(
            () -> send(tenant, stored, by, () -> true, () -> resend(tenant, id, Optional.of(by))));
  }

  /// The same as a step of a workflow.
  ///
  /// @param record writes the step down, with the send or not at all; false where somebody else did
  public ResendOutcome step(TenantId tenant, Stored stored, Channel by, BooleanSupplier record) {
    return rules
        .refusal(stored.verification(), by)
        .orElseGet(
            () -> send(tenant, stored, by, record, () -> new ResendOutcome.TooEarly(LOOK_AGAIN)));
  }

  private ResendOutcome send(
      TenantId tenant,
      Stored stored,
      Channel by,
      BooleanSupplier with,
      Supplier<ResendOutcome> overtaken) {
    TenantSettings settings = tenants.get(tenant).settings();
    Recipient recipient = Recipient.stored(stored, settings);
    return switch (permits.ask(tenant, settings, recipient, by, Optional.empty())) {
      case Permit.Blocked(Duration wait) -> new ResendOutcome.Blocked(wait);
      case Permit.Limited(Limit limit, Duration wait) -> new ResendOutcome.RateLimited(limit, wait);
      case Permit.Granted(Optional<Counted> counted, Instant next) ->
          switch (issue.again(tenant, settings, stored, recipient, by, with)) {
            case Issued(Verification verification, int parts) ->
                new ResendOutcome.Resent(verification, parts, next);
            case Unpaid(Shortage why) -> {
              permits.giveBack(tenant, counted);
              yield new ResendOutcome.Unpaid(why);
            }
            case Overtaken() -> {
              permits.giveBack(tenant, counted);
              yield overtaken.get();
            }
          };
    };
  }
}
