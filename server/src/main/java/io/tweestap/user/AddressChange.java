package io.tweestap.user;

import io.tweestap.user.jdbc.StoredAddress;
import io.tweestap.user.jdbc.StoredAddress.Fresh;
import java.util.List;

/// What is to be added to the addresses of one user, and what goes.
record AddressChange(List<Fresh> added, List<StoredAddress> removed) {
  static final AddressChange NONE = new AddressChange(List.of(), List.of());

  boolean isNone() {
    return added.isEmpty() && removed.isEmpty();
  }
}
