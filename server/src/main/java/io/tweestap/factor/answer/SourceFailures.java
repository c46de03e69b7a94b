package io.tweestap.factor.answer;

import io.tweestap.limit.LateLimits;
import io.tweestap.limit.Limit;
import io.tweestap.limit.Use;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Failures by where they come from, over all users of a tenant: somebody who guesses a little at
/// each of many accounts never meets the delay of one factor.
@Component
public class SourceFailures {
  private final LateLimits limits;
  private final Tenants tenants;

  SourceFailures(LateLimits limits, Tenants tenants) {
    this.limits = limits;
    this.tenants = tenants;
  }

  /// Until when nothing from this source is compared; empty when it may answer.
  public Optional<Instant> closedUntil(TenantId tenant, String source, Instant now) {
    Duration wait = limits.waitFor(tenant, lowered(tenant), use(source));
    return wait.isZero() ? Optional.empty() : Optional.of(now.plus(wait));
  }

  /// Counts a failure, also beyond the limit: answers that were compared side by side are paid for
  /// with a longer wait.
  public void count(TenantId tenant, String source) {
    limits.add(tenant, lowered(tenant), use(source));
  }

  private Map<String, Integer> lowered(TenantId tenant) {
    return tenants.get(tenant).settings().limits();
  }

  private static Use use(String source) {
    return new Use(Limit.FAILURES_PER_SOURCE_HOUR, source);
  }
}
