package io.tweestap.verification;

import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.tenant.Tenants;
import io.tweestap.verification.jdbc.Stored;
import io.tweestap.verification.jdbc.VerificationRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// What an application can do next with a verification, and in how many seconds: from the rules
/// that a resend obeys ([ResendRules]) and from what guard and limits say at this moment. Nothing
/// once it is over.
@Service
public class NextActions {
  /// A verification and what can be done with it.
  public record Standing(Verification verification, List<NextAction> next) {
    public Standing {
      next = List.copyOf(next);
    }
  }

  private final ResendRules rules;
  private final SendPermits permits;
  private final Tenants tenants;
  private final VerificationRows rows;
  private final Clock clock;

  NextActions(
      ResendRules rules, SendPermits permits, Tenants tenants, VerificationRows rows, Clock clock) {
    this.rules = rules;
    this.permits = permits;
    this.tenants = tenants;
    this.rows = rows;
    this.clock = clock;
  }

  /// As it stands now; empty when the tenant has no such verification.
  public Optional<Standing> find(TenantId tenant, UUID id) {
    return rows.find(tenant, id).map(stored -> standing(tenant, stored));
  }

  private Standing standing(TenantId tenant, Stored stored) {
    Verification verification = stored.verification();
    if (verification.state() != State.PENDING) {
      return new Standing(verification, List.of());
    }
    TenantSettings settings = tenants.get(tenant).settings();
    Recipient recipient = Recipient.stored(stored, settings);
    Instant from = permits.openAt(tenant, settings, recipient, verification.channel());
    return new Standing(verification, after(verification, from));
  }

  /// After a send.
  ///
  /// @param resendFrom from when guard and limits let a resend pass
  public List<NextAction> after(Verification verification, Instant resendFrom) {
    if (verification.state() != State.PENDING) {
      return List.of();
    }
    List<NextAction> next = new ArrayList<>();
    next.add(NextAction.CHECK);
    for (Channel channel : Channel.values()) {
      wait(verification, channel, resendFrom)
          .ifPresent(wait -> next.add(NextAction.resend(channel, wait)));
    }
    return next;
  }

  /// Empty when no code can be sent by the channel before the one that is out ends.
  private Optional<Duration> wait(Verification verification, Channel by, Instant from) {
    Optional<ResendOutcome> refusal = rules.refusal(verification, by);
    boolean onlyEarly = refusal.map(why -> why instanceof ResendOutcome.TooEarly).orElse(true);
    if (!onlyEarly) {
      return Optional.empty();
    }
    Instant open = later(from, verification.nextSendAt());
    Instant now = clock.instant();
    Instant end = verification.expiresAt();
    return Optional.of(open)
        .filter(end::isAfter)
        .map(at -> at.isAfter(now) ? ResendRules.wait(now, at) : Duration.ZERO)
        .filter(wait -> now.plus(wait).isBefore(end));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
