package io.tweestap.verification;

import io.tweestap.credit.Shortage;
import io.tweestap.limit.Limit;
import io.tweestap.risk.Counted;
import io.tweestap.shared.Channel;
import io.tweestap.shared.Page;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.tenant.Tenants;
import io.tweestap.verification.Addresses.Judged;
import io.tweestap.verification.IssueCode.Issued;
import io.tweestap.verification.IssueCode.Overtaken;
import io.tweestap.verification.IssueCode.Unpaid;
import io.tweestap.verification.jdbc.VerificationList;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// A one-time code to an address, from the start to the right answer.
///
/// Start: the rules, the fraud guard and the limits say yes; then one transaction writes the
/// verification, with a keyed hash of the code, and the message into the outbox ([IssueCode]).
/// Check: one conditional statement ([Checks]). Resend: a new code takes the old one's place
/// ([Resends]).
@Service
public class Verifications {
  private final Tenants tenants;
  private final StartRules rules;
  private final SendPermits permits;
  private final IssueCode issue;
  private final Checks checks;
  private final Resends resends;
  private final VerificationList list;

  Verifications(
      Tenants tenants,
      StartRules rules,
      SendPermits permits,
      IssueCode issue,
      Checks checks,
      Resends resends,
      VerificationList list) {
    this.tenants = tenants;
    this.rules = rules;
    this.permits = permits;
    this.issue = issue;
    this.checks = checks;
    this.resends = resends;
    this.list = list;
  }

  /// Sends a code to an address. A refusal sends and costs nothing.
  public StartOutcome start(TenantId tenant, NewVerification asked) {
    TenantSettings settings = tenants.get(tenant).settings();
    return switch (rules.judge(tenant, asked, settings)) {
      case Judged.Unfit(StartOutcome refusal) -> refusal;
      case Judged.Fit(Recipient recipient) -> send(tenant, settings, asked, recipient);
    };
  }

  private StartOutcome send(
      TenantId tenant, TenantSettings settings, NewVerification asked, Recipient recipient) {
    return switch (permits.ask(tenant, settings, recipient, asked.channel(), asked.sourceIp())) {
      case Permit.Blocked(Duration wait) -> new StartOutcome.Blocked(wait);
      case Permit.Limited(Limit limit, Duration wait) -> new StartOutcome.RateLimited(limit, wait);
      case Permit.Granted(Optional<Counted> counted, Instant resendFrom) ->
          switch (issue.first(tenant, settings, asked, recipient, counted)) {
            case Issued(Verification verification, int parts) ->
                new StartOutcome.Started(verification, parts, resendFrom);
            case Unpaid(Shortage why) -> {
              permits.giveBack(tenant, counted);
              yield new StartOutcome.Unpaid(why);
            }
            case Overtaken() -> throw new IllegalStateException("nobody overtakes a new one");
          };
    };
  }

  /// Compares a code and, when it is the right one, spends it.
  ///
  /// @param details the transaction as it is about to be carried out; empty for other purposes
  public CheckOutcome check(TenantId tenant, UUID id, String code, Optional<Details> details) {
    return checks.check(tenant, id, code, details);
  }

  /// Sends a new code for the same verification; the old one is void from then on.
  ///
  /// @param channel another channel to the same address; empty: the same as before
  public ResendOutcome resend(TenantId tenant, UUID id, Optional<Channel> channel) {
    return resends.resend(tenant, id, channel);
  }

  /// Withdraws a verification: its code is void, a message not yet sent stays unsent.
  public CancelOutcome cancel(TenantId tenant, UUID id) {
    boolean canceled = issue.cancel(tenant, id);
    return find(tenant, id)
        .map(verification -> outcome(canceled, verification))
        .orElseGet(CancelOutcome.NotFound::new);
  }

  private static CancelOutcome outcome(boolean canceled, Verification verification) {
    return canceled || verification.state() == State.CANCELED
        ? new CancelOutcome.Canceled(verification)
        : new CancelOutcome.Finished(verification.state());
  }

  /// A verification of the tenant, pending or over.
  public Optional<Verification> find(TenantId tenant, UUID id) {
    return list.find(tenant, id);
  }

  /// The tenant's verifications, newest first.
  public Page<Verification> list(TenantId tenant, VerificationFilter filter) {
    return list.page(tenant, filter);
  }
}
