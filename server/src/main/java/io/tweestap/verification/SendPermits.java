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
            case Verdict.Allowed() -> new Permit.Granted(counted);
            case Verdict.Refused(Limit limit, Duration wait) -> {
              giveBack(tenant, counted);
              yield new Permit.Limited(limit, wait);
            }
          };
    };
  }

  /// The code was not sent after all.
  void giveBack(TenantId tenant, Optional<Counted> counted) {
    counted.ifPresent(one -> guard.takeBack(tenant, one));
  }

  /// Mail earns nobody anything, and nothing goes to a test number.
  private GuardVerdict guarded(
      TenantId tenant, Recipient recipient, Channel channel, Optional<String> sourceIp) {
    return recipient.isTest() || !channel.isPhone()
        ? new GuardVerdict.Allowed(Optional.empty())
        : guard.ask(
            tenant,
            new Sending(
                new PhoneNumber(recipient.address()),
                channel,
                sourceIp,
                outbox.reachesPeople(channel)));
  }
}
