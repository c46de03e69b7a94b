package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.TryOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One try to hand a message over that came to an end.
///
/// @param number 1 for the first; one is missing where a node died during its try
/// @param error why the carrier did not take it; null when it did. No recipient and no text in it
/// @param route why this carrier was asked, see [io.tweestap.delivery.Route]; null for tries of
///   older versions
public record TryRecord(
    int number,
    String carrier,
    Instant at,
    TryOutcome outcome,
    @Nullable String error,
    @Nullable String route) {
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
