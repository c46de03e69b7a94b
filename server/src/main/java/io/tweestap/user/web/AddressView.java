package io.tweestap.user.web;

import io.tweestap.user.address.UserAddress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An address in an answer, masked unless its reader may see it in full and asked to.
record AddressView(
    UUID id, String kind, String address, @Nullable Instant verifiedAt, Instant createdAt) {
  static AddressView of(UserAddress address) {
    return of(address, address.masked());
  }

  static AddressView of(UserAddress address, String shown) {
    return new AddressView(
        address.id(),
        address.kind().text(),
        shown,
        address.verifiedAt().orElse(null),
        address.createdAt());
  }

  @Override
  public String toString() {
    return "AddressView[" + id + "]";
  }
}
