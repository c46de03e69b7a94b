package io.tweestap.client.message;

import io.tweestap.client.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that went out or is to go out: its recipient masked, its text never.
///
/// @param id of the message
/// @param about id of what caused it: a verification, or the batch of a message of your own
/// @param batchId of the request that you wrote it with; missing for all others
/// @param reference your own name for it
/// @param state where a message is
/// @param priority what goes first when not everything can leave at once
/// @param channel the way a message takes to a person: text message, call that speaks the code, or
///   mail
/// @param to the recipient, masked; `redacted` once it was taken out
/// @param sender the name or number that the recipient sees
/// @param carrier name of the carrier that has it, or tried last
/// @param carrierMessageId what the carrier calls it; name it when you ask them
/// @param attempts how often it was handed to a carrier
/// @param parts parts that the carrier counted
/// @param price missing when the carrier names none
/// @param lastError why the last attempt failed, without content or address
/// @param createdAt when it was accepted for sending. RFC 3339, UTC.
/// @param sendAt when it is due. Missing where it was due at once. RFC 3339, UTC.
/// @param nextAttemptAt when it is tried next. Missing when it is finished. RFC 3339, UTC.
/// @param expiresAt after this it is not sent any more. RFC 3339, UTC.
/// @param finishedAt when it left the queue: a carrier took it, or it was given up. Missing while
///   it is queued. RFC 3339, UTC.
/// @param reportedAt when the carrier's receipts ended it. Missing before that. RFC 3339, UTC.
/// @param receipts what the carrier reported about each part that it gave an id, in order. Empty
///   until it is accepted, and where the carrier gives no ids.
/// @param timeline what happened to it, oldest first: the states that it came through, and the
///   tries to hand it over, also those that left it in the queue
/// @param redactedAt when recipient, reference and notes were taken out of the record
/// @param metadata your own notes; empty where you wrote no message yourself
/// @param learned what learning said to its first carrier; only for clients that may read links, of
///   codes that several carriers might have taken, and not in lists
public record Message(
    UUID id,
    UUID about,
    @Nullable UUID batchId,
    @Nullable String reference,
    MessageState state,
    MessagePriority priority,
    Channel channel,
    String to,
    String sender,
    @Nullable String carrier,
    @Nullable String carrierMessageId,
    int attempts,
    @Nullable Integer parts,
    @Nullable Price price,
    @Nullable String lastError,
    Instant createdAt,
    @Nullable Instant sendAt,
    @Nullable Instant nextAttemptAt,
    Instant expiresAt,
    @Nullable Instant finishedAt,
    @Nullable Instant reportedAt,
    List<PartReceipt> receipts,
    List<StateChange> timeline,
    @Nullable Instant redactedAt,
    Map<String, String> metadata,
    @Nullable LearnedRoute learned) {}
