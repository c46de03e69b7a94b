package io.tweestap.client.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened to a message: it came into a state, or a carrier was asked to take it.
///
/// @param state the state in which it is from then on
/// @param at RFC 3339, UTC.
/// @param attempt number of the try, 1 for the first; like all that follows, missing where no
///   carrier was asked
/// @param carrier name of the carrier that was asked
/// @param outcome how one try to hand a message over ended
/// @param error why the carrier did not take it, without content or address
/// @param route why this carrier was asked and no other: `rank`, or the rule and the weight, and
///   who was passed over, as in `rule nl, weight 1 of 4, since duif is down`
public record StateChange(
    MessageState state,
    Instant at,
    @Nullable Integer attempt,
    @Nullable String carrier,
    @Nullable TryOutcome outcome,
    @Nullable String error,
    @Nullable String route) {}
