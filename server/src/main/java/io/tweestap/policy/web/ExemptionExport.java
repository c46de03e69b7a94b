package io.tweestap.policy.web;

import io.tweestap.policy.exemption.Exemptions;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserExport;
import io.tweestap.user.UserId;
import io.tweestap.user.Users;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// The exemptions of a user in the export of own data (PRV-6), those that have ended among them:
/// why, until when, and who asked for and approved each.
@Component
class ExemptionExport implements UserExport {
  private final Exemptions exemptions;
  private final Users users;
  private final Clock clock;

  ExemptionExport(Exemptions exemptions, Users users, Clock clock) {
    this.exemptions = exemptions;
    this.users = users;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "exemptions";
  }

  @Override
  public Object of(TenantId tenant, UserId user) {
    Instant now = clock.instant();
    return users
        .find(tenant, user)
        .map(known ->
            exemptions.of(tenant, user).stream()
                .map(one -> ExemptionViews.Shown.of(one, known.ref().value(), now))
                .toList())
        .orElse(List.of());
  }
}
