package io.tweestap.verification;

import io.tweestap.delivery.StillWanted;
import io.tweestap.shared.TenantId;
import io.tweestap.verification.jdbc.VerificationList;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// A code that was used, withdrawn or guessed at too often is wanted no more.
@Component
class PendingVerifications implements StillWanted {
  private final VerificationList list;

  PendingVerifications(VerificationList list) {
    this.list = list;
  }

  @Override
  public boolean isWanted(TenantId tenant, UUID about) {
    return list.state(tenant, about).map(state -> state == State.PENDING).orElse(true);
  }
}
