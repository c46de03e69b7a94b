package io.tweestap.client.message;

import java.time.Instant;

/// A state and when the message came into it.
///
/// @param state where a message is
/// @param at RFC 3339, UTC.
public record StateChange(MessageState state, Instant at) {}
