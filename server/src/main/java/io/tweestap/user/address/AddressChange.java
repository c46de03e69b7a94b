package io.tweestap.user.address;

import io.tweestap.user.jdbc.StoredAddress;
import io.tweestap.user.jdbc.StoredAddress.Fresh;
import java.util.List;

/// What is to be added to the addresses of one user, and what goes.
public record AddressChange(List<Fresh> added, List<StoredAddress> removed) {
  public static final AddressChange NONE = new AddressChange(List.of(), List.of());

  public boolean isNone() {
    return added.isEmpty() && removed.isEmpty();
  }
}
