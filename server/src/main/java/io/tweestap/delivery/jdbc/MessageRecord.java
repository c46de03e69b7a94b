package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.ClientNotes;
import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.Price;
import io.tweestap.delivery.Priority;
import io.tweestap.delivery.learn.Learned;
import io.tweestap.shared.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of a message. What it said is not in here: that is gone once it was sent.
///
/// @param about id of what caused it
/// @param recipientMasked `+31******78`, or what stands in its place once it was redacted
/// @param sender name that the recipient sees
/// @param carrier who had the last try; null before the first one
/// @param carrierMessageId the carrier's own id, when it gave one
/// @param attempts tries so far, begun ones included
/// @param parts parts that were sent; null until it was accepted
/// @param lastError why the last try did not succeed
/// @param nextAttemptAt when it is tried next at the earliest; null when it is not
/// @param finishedAt when it left the queue; null while it is in it
/// @param reportedAt when the carrier's receipts ended it; null until then
/// @param sequence how often its state has changed
/// @param redactedAt when recipient, reference and notes were taken out of the record
/// @param tries to hand it over that came to an end, oldest first
/// @param notes what its application said about it; empty where it wrote no message itself
/// @param learned what learning said to its first carrier
public record MessageRecord(
    UUID id,
    UUID about,
    MessageState state,
    Priority priority,
    Channel channel,
    String recipientMasked,
    String sender,
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
    int sequence,
    @Nullable Instant redactedAt,
    List<TryRecord> tries,
    Optional<ClientNotes> notes,
    Optional<Learned> learned) {
  /// When it came into the state in which it is.
  public Instant changedAt() {
    Instant left = finishedAt == null ? createdAt : finishedAt;
    return reportedAt == null ? left : reportedAt;
  }

  /// The batch of a message that an application wrote itself.
  public Optional<UUID> batch() {
    return notes.map(_ -> about);
  }
}
