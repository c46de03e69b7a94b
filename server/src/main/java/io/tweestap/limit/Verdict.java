package io.tweestap.limit;

import java.time.Duration;

/// The answer of [Limits#take].
public sealed interface Verdict {
  /// All uses were counted.
  record Allowed() implements Verdict {}

  /// Nothing was counted.
  ///
  /// @param limit the limit that stays closed longest
  /// @param retryAfter when all limits are open again, rounded up to whole seconds
  record Refused(Limit limit, Duration retryAfter) implements Verdict {}
}
