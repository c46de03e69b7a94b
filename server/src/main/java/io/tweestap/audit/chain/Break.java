package io.tweestap.audit.chain;

import java.util.Optional;
import java.util.UUID;

/// Where a chain is not as it was.
///
/// @param position 0 when it is about no position
/// @param id of the row at fault; empty when it is gone
public record Break(Fault fault, long position, Optional<UUID> id) {
  static Break at(Fault fault, long position) {
    return new Break(fault, position, Optional.empty());
  }

  static Break of(Fault fault, long position, UUID id) {
    return new Break(fault, position, Optional.of(id));
  }
}
