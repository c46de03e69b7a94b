package io.tweestap.verification;

import io.tweestap.limit.Limit;
import io.tweestap.risk.Counted;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.tenant.Tenants;
import io.tweestap.verification.jdbc.Stored;
import io.tweestap.verification.jdbc.VerificationRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Sends a new code for a verification that is still pending (OOB-6). The checks that were used
/// stay used (OOB-4).
@Service
class Resends {
  private final Tenants tenants;
  private final SendPermits permits;
  private final CodeMessages messages;
  private final IssueCode issue;
  private final VerificationRows rows;
  private final Clock clock;

  Resends(
      Tenants tenants,
      SendPermits permits,
      CodeMessages messages,
      IssueCode issue,
      VerificationRows rows,
      Clock clock) {
    this.tenants = tenants;
    this.permits = permits;
    this.messages = messages;
    this.issue = issue;
    this.rows = rows;
    this.clock = clock;
  }

  ResendOutcome resend(TenantId tenant, UUID id, Optional<Channel> channel) {
    Optional<Stored> found = rows.find(tenant, id);
    if (found.isEmpty()) {
      return new ResendOutcome.NotFound();
    }
    Stored stored = found.get();
    Channel by = channel.orElse(stored.verification().channel());
    return refusal(stored.verification(), by).orElseGet(() -> send(tenant, stored, by));
  }

  private Optional<ResendOutcome> refusal(Verification verification, Channel by) {
    if (verification.state() != State.PENDING) {
      return Optional.of(new ResendOutcome.Finished(verification.state()));
    }
    boolean sameKindOfAddress = by.isPhone() == verification.channel().isPhone();
    if (!sameKindOfAddress || !verification.purpose().allows(by)) {
      return Optional.of(new ResendOutcome.ChannelNotAllowed(verification.purpose(), by));
    }
    if (!messages.serves(by)) {
      return Optional.of(new ResendOutcome.ChannelNotAvailable(by));
    }
    if (verification.sendsUsed() >= verification.sendsMax()) {
      return Optional.of(new ResendOutcome.TooManySends());
    }
    Instant now = clock.instant();
    return verification.nextSendAt().isAfter(now)
        ? Optional.of(tooEarly(Duration.between(now, verification.nextSendAt())))
        : Optional.empty();
  }

  private ResendOutcome send(TenantId tenant, Stored stored, Channel by) {
    TenantSettings settings = tenants.get(tenant).settings();
    Recipient recipient = Recipient.stored(stored, settings);
    return switch (permits.ask(tenant, settings, recipient, by, Optional.empty())) {
      case Permit.Blocked(Duration wait) -> new ResendOutcome.Blocked(wait);
      case Permit.Limited(Limit limit, Duration wait) -> new ResendOutcome.RateLimited(limit, wait);
      case Permit.Granted(Optional<Counted> counted) ->
          issue
              .again(tenant, settings, stored, recipient, by)
              .<ResendOutcome>map(
                  issued -> new ResendOutcome.Resent(issued.verification(), issued.parts()))
              .orElseGet(() -> {
                permits.giveBack(tenant, counted);
                return resend(tenant, stored.verification().id(), Optional.of(by));
              });
    };
  }

  private static ResendOutcome tooEarly(Duration wait) {
    return new ResendOutcome.TooEarly(Duration.ofSeconds((wait.toMillis() + 999) / 1000));
  }
}
