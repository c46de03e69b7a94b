package io.tweestap.verification;

import io.tweestap.delivery.Outbox;
import io.tweestap.limit.Limit;
import io.tweestap.limit.Verdict;
import io.tweestap.risk.Counted;
import io.tweestap.risk.Guard;
import io.tweestap.risk.GuardVerdict;
import io.tweestap.risk.Sending;
import io.tweestap.shared.Channel;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.TenantSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Asks the fraud guard and then the limits. What one of them refuses uses up nothing of the other.
@Component
class SendPermits {
  private final Guard guard;
  private final SendLimits limits;
  private final Outbox outbox;

  SendPermits(Guard guard, SendLimits limits, Outbox outbox) {
    this.guard = guard;
    this.limits = limits;
    this.outbox = outbox;
  }

  /// Whether one more code may go to the recipient; if so, it is counted.
  Permit ask(
      TenantId tenant,
      TenantSettings settings,
      Recipient recipient,
      Channel channel,
      Optional<String> sourceIp) {
    return switch (guarded(tenant, recipient, channel, sourceIp)) {
      case GuardVerdict.Blocked(Duration wait) -> new Permit.Blocked(wait);
      case GuardVerdict.Allowed(Optional<Counted> counted) ->
          switch (limits.take(tenant, settings, recipient, sourceIp)) {
            case Verdict.Allowed allowed -> new Permit.Granted(counted, SendLimits.openAt(allowed));
            case Verdict.Refused(Limit limit, Duration wait) -> {
              giveBack(tenant, counted);
              yield new Permit.Limited(limit, wait);
            }
          };
    };
  }

  /// From when the guard and the limits let a resend pass, as it stands now. Counts nothing. What
  /// the guard does not tell is left out: only a send has to wait for it.
  Instant openAt(TenantId tenant, TenantSettings settings, Recipient recipient, Channel channel) {
    Instant limited = limits.openAt(tenant, settings, recipient);
    Instant blocked =
        isGuarded(recipient, channel)
            ? guard.blockedUntil(tenant, sending(recipient, channel, Optional.empty()))
            : Instant.MIN;
    return limited.isAfter(blocked) ? limited : blocked;
  }

  /// The code was not sent after all.
  void giveBack(TenantId tenant, Optional<Counted> counted) {
    counted.ifPresent(one -> guard.takeBack(tenant, one));
  }

  /// Mail earns nobody anything, and nothing goes to a test number.
  private GuardVerdict guarded(
      TenantId tenant, Recipient recipient, Channel channel, Optional<String> sourceIp) {
    return isGuarded(recipient, channel)
        ? guard.ask(tenant, sending(recipient, channel, sourceIp))
        : new GuardVerdict.Allowed(Optional.empty());
  }

  private static boolean isGuarded(Recipient recipient, Channel channel) {
    return !recipient.isTest() && channel.isPhone();
  }

  private Sending sending(Recipient recipient, Channel channel, Optional<String> sourceIp) {
    return new Sending(
        new PhoneNumber(recipient.address()), channel, sourceIp, outbox.reachesPeople(channel));
  }
}
