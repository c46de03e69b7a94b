package io.tweestap.verification;

import io.tweestap.credit.ProvenNumbers;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.verification.jdbc.ProvenRows;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Tells at which numbers a code was typed, as long as their verifications are kept.
@Component
class CodesTyped implements ProvenNumbers {
  private final ProvenRows rows;

  CodesTyped(ProvenRows rows) {
    this.rows = rows;
  }

  @Override
  public Set<PhoneNumber> among(TenantId tenant, Collection<PhoneNumber> numbers) {
    return rows.among(tenant, numbers);
  }
}
