package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.Price;
import io.tweestap.delivery.TryOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one attempt to send a message came to.
///
/// @param state `QUEUED` when it is to be tried again at `nextAttemptAt`
/// @param carrierMessageIds see [io.tweestap.delivery.HandOver.Accepted]
/// @param pollAt when the carrier is first asked what became of it; null when it is not asked
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
    @Nullable String error) {}
