package io.tweestap.factor;

import java.util.Optional;
import java.util.UUID;

/// One factor of one user.
public record FactorId(UUID value) {
  /// Reads the usual UUID form; empty when it is anything else.
  public static Optional<FactorId> of(String text) {
    try {
      return Optional.of(new FactorId(UUID.fromString(text)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
