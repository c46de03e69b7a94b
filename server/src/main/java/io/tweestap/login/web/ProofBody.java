package io.tweestap.login.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Body of the endpoints that send a code to an address; it may be left out.
record ProofBody(@Nullable UUID addressId) {
  static Optional<UUID> address(@Nullable ProofBody body) {
    return Optional.ofNullable(body).flatMap(given -> Optional.ofNullable(given.addressId));
  }
}
