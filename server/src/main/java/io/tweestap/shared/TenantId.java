package io.tweestap.shared;

import java.util.UUID;

/// One organization on this installation. First parameter of every service and store method.
public record TenantId(UUID value) {
  /// Reads the usual UUID form.
  ///
  /// @throws IllegalArgumentException when it is not a UUID
  public static TenantId of(String text) {
    return new TenantId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
