package io.tweestap.credit;

import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import java.util.Collection;
import java.util.Set;

/// Knows which numbers somebody typed a code at: whoever sends codes.
public interface ProvenNumbers {
  /// Those of the numbers that were proven to the tenant by a code that it sent there.
  Set<PhoneNumber> among(TenantId tenant, Collection<PhoneNumber> numbers);
}
