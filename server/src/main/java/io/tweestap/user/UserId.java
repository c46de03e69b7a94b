package io.tweestap.user;

import java.util.UUID;

/// One user of a tenant, inside of this installation. Erasing a user ends the id; the same
/// reference made again gets another.
public record UserId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
