package io.tweestap.user.jdbc;

import io.tweestap.user.address.NewAddress;
import io.tweestap.user.address.UserAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An address with what finds and opens it.
///
/// @param verification the one under way, or the last one
public record StoredAddress(
    UUID user, UserAddress shown, byte[] sealed, byte[] index, Optional<UUID> verification) {
  /// Whether this is the address with one of these blind indexes.
  boolean isOneOf(List<byte[]> candidates) {
    return candidates.stream().anyMatch(candidate -> Arrays.equals(candidate, index));
  }

  @Override
  public String toString() {
    return "StoredAddress[" + shown.id() + "]";
  }

  /// An address to be added.
  public record Fresh(UUID user, UUID id, NewAddress address) {}
}
