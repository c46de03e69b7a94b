package io.tweestap.risk;

import java.time.Duration;
import java.util.Optional;

/// The answer of the fraud guard.
public sealed interface GuardVerdict {
  /// It may be sent, and was counted as sent.
  ///
  /// @param counted under what; empty where nothing is counted
  record Allowed(Optional<Counted> counted) implements GuardVerdict {}

  /// It must not be sent; it was not counted.
  ///
  /// @param retryAfter whole seconds, 1 or more
  record Blocked(Duration retryAfter) implements GuardVerdict {}
}
