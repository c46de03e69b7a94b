package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.Price;
import io.tweestap.delivery.TryOutcome;
import io.tweestap.delivery.route.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one attempt to send a message came to.
///
/// @param state `QUEUED` when it is to be tried again at `nextAttemptAt`
/// @param carrierMessageIds see [io.tweestap.delivery.HandOver.Accepted]
/// @param pollAt when the carrier is first asked what became of it; null when it is not asked
/// @param route who tries it next; null when nobody does
/// @param secondAt until when text and recipient are kept for another carrier: when that one gets
///   it, unless receipts end it before, or when its life ends; null when no other may have it
/// @param carriersLeft how many further carriers may have it, once those before report it lost
/// @param error why it was not accepted, for people; no recipient and no text in it
public record AttemptResult(
    Claimed message,
    MessageState state,
    Instant nextAttemptAt,
    String carrier,
    List<String> carrierMessageIds,
    Optional<String> carrierState,
    int parts,
    Optional<Price> price,
    @Nullable Instant pollAt,
    TryOutcome outcome,
    @Nullable String error,
    @Nullable Route route,
    @Nullable Instant secondAt,
    int carriersLeft) {
  /// One that no carrier took.
  ///
  /// @param next when it is tried again, where it is
  public static AttemptResult unsent(
      Claimed message,
      MessageState state,
      Instant next,
      String carrier,
      TryOutcome outcome,
      String reason) {
    return new AttemptResult(
        message,
        state,
        next,
        carrier,
        List.of(),
        Optional.empty(),
        0,
        Optional.empty(),
        null,
        outcome,
        reason,
        null,
        null,
        0);
  }

  /// The end of one whose last try was left open, and that must not go out twice. No carrier was
  /// asked; the open try is among the others already.
  public static AttemptResult notRepeated(Claimed message, Instant at) {
    return unsent(
        message,
        MessageState.FAILED,
        at,
        message.tries().getLast().carrier(),
        TryOutcome.NO_ANSWER,
        TryRecord.LEFT_OPEN);
  }

  /// Whether a carrier was asked.
  boolean isTry() {
    return !TryRecord.LEFT_OPEN.equals(error);
  }

  /// The same, to be tried again by a certain carrier.
  public AttemptResult goingTo(Route route) {
    return new AttemptResult(
        message,
        state,
        nextAttemptAt,
        carrier,
        carrierMessageIds,
        carrierState,
        parts,
        price,
        pollAt,
        outcome,
        error,
        route,
        secondAt,
        carriersLeft);
  }
}
