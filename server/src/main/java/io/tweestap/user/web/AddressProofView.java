package io.tweestap.user.web;

import io.tweestap.user.address.UserAddress;
import io.tweestap.verification.Verification;
import java.time.Instant;
import java.util.UUID;

/// A code is on its way to an address.
record AddressProofView(UUID id, String kind, String address, String channel, Instant expiresAt) {
  static AddressProofView of(UserAddress address, Verification verification) {
    return new AddressProofView(
        address.id(),
        address.kind().text(),
        address.masked(),
        verification.channel().text(),
        verification.expiresAt());
  }
}
