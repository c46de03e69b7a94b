package io.tweestap.client.message;

import io.tweestap.client.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that went out or is to go out: its recipient masked, its text never.
///
/// @param id of the message
/// @param about id of what caused it, such as a verification
/// @param state where a message is
/// @param channel the way a message takes to a person: text message, call that speaks the code, or
///   mail
/// @param to the recipient, masked
/// @param carrier name of the carrier that has it, or tried last
/// @param carrierMessageId what the carrier calls it; name it when you ask them
/// @param attempts how often it was handed to a carrier
/// @param parts parts that the carrier counted
/// @param price missing when the carrier names none
/// @param lastError why the last attempt failed, without content or address
/// @param createdAt when it was accepted for sending. RFC 3339, UTC.
/// @param nextAttemptAt when it is tried again. Missing when it is finished. RFC 3339, UTC.
/// @param expiresAt after this it is not sent any more: its code would be useless. RFC 3339, UTC.
/// @param finishedAt when it left the queue: a carrier took it, or it was given up. Missing while
///   it is queued. RFC 3339, UTC.
/// @param reportedAt when the carrier's receipts ended it. Missing before that. RFC 3339, UTC.
/// @param receipts what the carrier reported about each part that it gave an id, in order. Empty
///   until it is accepted, and where the carrier gives no ids.
/// @param timeline the states that it came through, oldest first
public record Message(
    UUID id,
    UUID about,
    MessageState state,
    Channel channel,
    String to,
    @Nullable String carrier,
    @Nullable String carrierMessageId,
    int attempts,
    @Nullable Integer parts,
    @Nullable Price price,
    @Nullable String lastError,
    Instant createdAt,
    @Nullable Instant nextAttemptAt,
    Instant expiresAt,
    @Nullable Instant finishedAt,
    @Nullable Instant reportedAt,
    List<PartReceipt> receipts,
    List<StateChange> timeline) {}
