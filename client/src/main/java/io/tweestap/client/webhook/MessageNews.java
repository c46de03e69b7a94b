package io.tweestap.client.webhook;

import io.tweestap.client.Channel;
import io.tweestap.client.message.MessageState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an event tells of a message.
///
/// @param id of the message
/// @param about id of the verification, or the batch, that it belongs to
/// @param reference your own name for it
/// @param state where a message is
/// @param channel the way a message takes to a person: text message, call that speaks the code, or
///   mail
/// @param to the recipient, masked
/// @param carrier name of the carrier that has it, or tried last
/// @param attempts how often it was handed to a carrier
/// @param parts parts that the carrier counted
/// @param lastError why the last attempt failed
/// @param sequence Grows with each change of the message's state. Of two events of a message the
///   one with the higher number is the later, in whatever order they arrive.
/// @param changedAt When the message came into this state. RFC 3339, UTC.
public record MessageNews(
    UUID id,
    UUID about,
    @Nullable String reference,
    MessageState state,
    Channel channel,
    String to,
    @Nullable String carrier,
    int attempts,
    @Nullable Integer parts,
    @Nullable String lastError,
    int sequence,
    Instant changedAt) {}
