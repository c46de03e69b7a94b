package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.Price;
import io.tweestap.shared.Channel;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of a message. What it said is not in here: that is gone once it was sent.
///
/// @param about id of what caused it
/// @param recipientMasked `+31******78`
/// @param carrier who had the last try; null before the first one
/// @param carrierMessageId the carrier's own id, when it gave one
/// @param attempts tries so far, begun ones included
/// @param parts parts that were sent; null until it was accepted
/// @param lastError why the last try did not succeed
/// @param nextAttemptAt when it is tried next at the earliest; null when it is not
/// @param finishedAt when it left the queue; null while it is in it
/// @param reportedAt when the carrier's receipts ended it; null until then
/// @param sequence how often its state has changed
public record MessageRecord(
    UUID id,
    UUID about,
    MessageState state,
    Channel channel,
    String recipientMasked,
    @Nullable String carrier,
    @Nullable String carrierMessageId,
    int attempts,
    @Nullable Integer parts,
    Optional<Price> price,
    @Nullable String lastError,
    Instant createdAt,
    @Nullable Instant nextAttemptAt,
    Instant expiresAt,
    @Nullable Instant finishedAt,
    @Nullable Instant reportedAt,
    int sequence) {
  /// When it came into the state in which it is.
  public Instant changedAt() {
    Instant left = finishedAt == null ? createdAt : finishedAt;
    return reportedAt == null ? left : reportedAt;
  }
}
