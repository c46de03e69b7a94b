package io.tweestap.otp.pskc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The content of one document.
///
/// @param id the container's own id; null when it has none
/// @param keys in document order
public record PskcContainer(@Nullable String id, List<PskcKey> keys) {
  /// Copies the list.
  public PskcContainer {
    keys = List.copyOf(keys);
  }
}
