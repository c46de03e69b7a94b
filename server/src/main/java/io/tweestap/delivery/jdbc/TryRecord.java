package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.TryOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One try to hand a message over that came to an end.
///
/// @param number 1 for the first
/// @param error why the carrier did not take it; null when it did. No recipient and no text in it
/// @param route why this carrier was asked, see [io.tweestap.delivery.route.Route]; null for tries
///   of older versions
public record TryRecord(
    int number,
    String carrier,
    Instant at,
    TryOutcome outcome,
    @Nullable String error,
    @Nullable String route) {
  /// What is said of a try whose node ended before it could write down the answer.
  static final String LEFT_OPEN =
      "outcome unknown: the server that tried ended before it wrote down an answer";

  static TryRecord of(AttemptResult result, Instant at) {
    return new TryRecord(
        result.message().attempt(),
        result.carrier(),
        at,
        result.outcome(),
        Words.clean(result.error()),
        result.message().routeReason());
  }
}
