package io.tweestap.factor.web;

import io.tweestap.factor.Factors;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserExport;
import io.tweestap.user.UserId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// The factors of a user in the export of own data (PRV-6): the record of each, no secret.
@Component
class FactorExport implements UserExport {
  private final Factors factors;
  private final Clock clock;

  FactorExport(Factors factors, Clock clock) {
    this.factors = factors;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "factors";
  }

  @Override
  public Object of(TenantId tenant, UserId user) {
    Instant now = clock.instant();
    return factors.of(tenant, user).stream().map(one -> FactorView.of(one, now)).toList();
  }
}
