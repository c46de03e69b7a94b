package io.tweestap.client.webhook;

import io.tweestap.client.Channel;
import io.tweestap.client.message.MessageState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an event tells of a message.
///
/// @param id of the message
/// @param about id of the verification that it belongs to
/// @param state where a message is
/// @param channel the way a message takes to a person: text message, call that speaks the code, or
///   mail
/// @param to the recipient, masked
/// @param carrier name of the carrier that has it, or tried last
/// @param attempts how often it was handed to a carrier
/// @param parts parts that the carrier counted
/// @param lastError why the last attempt failed
public record MessageNews(
    UUID id,
    UUID about,
    MessageState state,
    Channel channel,
    String to,
    @Nullable String carrier,
    int attempts,
    @Nullable Integer parts,
    @Nullable String lastError) {}
