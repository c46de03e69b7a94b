package io.tweestap.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// The answer of [Limits#take].
public sealed interface Verdict {
  /// All uses were counted.
  ///
  /// @param openAgain from when each of the limits lets the next use pass, as far as uses were
  ///   counted: now or before where there is room left
  record Allowed(Map<Limit, Instant> openAgain) implements Verdict {}

  /// Nothing was counted.
  ///
  /// @param limit the limit that stays closed longest
  /// @param retryAfter when all limits are open again, rounded up to whole seconds
  record Refused(Limit limit, Duration retryAfter) implements Verdict {}
}
