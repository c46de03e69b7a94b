package io.tweestap.verification;

import io.tweestap.limit.Limit;
import io.tweestap.limit.Limits;
import io.tweestap.limit.LimitsAhead;
import io.tweestap.limit.Use;
import io.tweestap.limit.Verdict;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.TenantSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The limits that a send is counted against (OOB-13). Nothing is sent to a test number, so it
/// counts against none.
@Component
class SendLimits {
  private final Limits limits;
  private final LimitsAhead ahead;

  SendLimits(Limits limits, LimitsAhead ahead) {
    this.limits = limits;
    this.ahead = ahead;
  }

  Verdict take(
      TenantId tenant, TenantSettings settings, Recipient recipient, Optional<String> sourceIp) {
    if (recipient.isTest()) {
      return new Verdict.Allowed(Map.of());
    }
    List<Use> uses = uses(recipient);
    sourceIp.ifPresent(ip -> uses.add(new Use(Limit.SENDS_PER_SOURCE_HOUR, ip)));
    return limits.take(tenant, settings.limits(), uses);
  }

  /// From when these limits let a resend to the recipient pass, as it stands now.
  Instant openAt(TenantId tenant, TenantSettings settings, Recipient recipient) {
    return recipient.isTest()
        ? Instant.MIN
        : ahead.openAt(tenant, settings.limits(), uses(recipient));
  }

  /// The same, from what a send that passed was told. Nobody knows the visitor behind a resend, so
  /// the limit per source is none of it.
  static Instant openAt(Verdict.Allowed allowed) {
    return allowed.openAgain().entrySet().stream()
        .filter(one -> one.getKey() != Limit.SENDS_PER_SOURCE_HOUR)
        .map(Map.Entry::getValue)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  private static List<Use> uses(Recipient recipient) {
    List<Use> uses = new ArrayList<>();
    uses.add(new Use(Limit.SENDS_PER_ADDRESS_HOUR, recipient.address()));
    uses.add(new Use(Limit.SENDS_PER_ADDRESS_DAY, recipient.address()));
    if (recipient.isPhone()) {
      uses.add(new Use(Limit.SENDS_PER_PREFIX_HOUR, recipient.prefix()));
    }
    uses.add(new Use(Limit.SENDS_PER_TENANT_DAY, ""));
    return uses;
  }
}
