package io.tweestap.client.verification;

import io.tweestap.client.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One channel of a workflow, and what became of it.
///
/// @param channel of its code
/// @param waitSeconds how long somebody may type its code before the next step; missing in the last
/// @param state where it is
/// @param at when it was sent or skipped; of the first that waits, when it is due. RFC 3339, UTC.
/// @param reason why it was skipped: the code of the problem that a resend would have got
public record WorkflowStep(
    Channel channel,
    @Nullable Integer waitSeconds,
    WorkflowStepState state,
    @Nullable Instant at,
    @Nullable String reason) {}
