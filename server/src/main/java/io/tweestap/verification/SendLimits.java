package io.tweestap.verification;

import io.tweestap.limit.Limit;
import io.tweestap.limit.Limits;
import io.tweestap.limit.Use;
import io.tweestap.limit.Verdict;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.TenantSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The limits that a send is counted against (OOB-13). Nothing is sent to a test number, so it
/// counts against none.
@Component
class SendLimits {
  private final Limits limits;

  SendLimits(Limits limits) {
    this.limits = limits;
  }

  Verdict take(
      TenantId tenant, TenantSettings settings, Recipient recipient, Optional<String> sourceIp) {
    if (recipient.isTest()) {
      return new Verdict.Allowed();
    }
    List<Use> uses = new ArrayList<>();
    uses.add(new Use(Limit.SENDS_PER_ADDRESS_HOUR, recipient.address()));
    uses.add(new Use(Limit.SENDS_PER_ADDRESS_DAY, recipient.address()));
    if (recipient.isPhone()) {
      uses.add(new Use(Limit.SENDS_PER_PREFIX_HOUR, recipient.prefix()));
    }
    sourceIp.ifPresent(ip -> uses.add(new Use(Limit.SENDS_PER_SOURCE_HOUR, ip)));
    uses.add(new Use(Limit.SENDS_PER_TENANT_DAY, ""));
    return limits.take(tenant, settings.limits(), uses);
  }
}
