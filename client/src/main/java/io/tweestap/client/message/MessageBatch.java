package io.tweestap.client.message;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The messages of one request, in numbers.
///
/// @param states How many of them are in which state; none of a state that none is in
/// @param canceled How many were withdrawn by this request; missing where nothing was to be
public record MessageBatch(
    UUID id, int messages, Map<MessageState, Integer> states, @Nullable Integer canceled) {}
