package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.receipt.CarrierId;
import io.tweestap.shared.SqlTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A part that a carrier took, as it is written.
///
/// @param number 1 for the first
/// @param id the carrier's own; null where it gave none
record NewPart(AttemptResult result, int number, @Nullable String id) {
  static List<NewPart> of(AttemptResult result) {
    List<String> ids = result.carrierMessageIds();
    return IntStream.range(0, ids.size())
        .mapToObj(i -> new NewPart(result, i + 1, cleaned(ids.get(i))))
        .toList();
  }

  /// The id that stands for the message as a whole.
  static @Nullable String firstId(AttemptResult result) {
    return result.carrierMessageIds().stream()
        .filter(text -> !text.isBlank())
        .findFirst()
        .map(NewPart::cleaned)
        .orElse(null);
  }

  Claimed message() {
    return result.message();
  }

  @Nullable OffsetDateTime pollAt() {
    Instant at = result.pollAt();
    return at == null || id == null ? null : SqlTime.of(at);
  }

  @Nullable String matchId() {
    return id == null ? null : new CarrierId(id).normal();
  }

  private static @Nullable String cleaned(String given) {
    return given.isBlank() ? null : Words.clean(given, CarrierId.LENGTH_MAX);
  }
}
