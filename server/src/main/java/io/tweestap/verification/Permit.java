package io.tweestap.verification;

import io.tweestap.limit.Limit;
import io.tweestap.risk.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether one more code may be sent.
sealed interface Permit {
  /// It may.
  ///
  /// @param counted what the fraud guard counted it under; empty where it did not
  /// @param openAt from when the limits let the next one pass
  record Granted(Optional<Counted> counted, Instant openAt) implements Permit {}

  /// The fraud guard holds it back.
  record Blocked(Duration retryAfter) implements Permit {}

  /// A limit is used up.
  record Limited(Limit limit, Duration retryAfter) implements Permit {}
}
