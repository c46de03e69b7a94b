package io.tweestap.client.disconnect;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A disconnect that was asked for.
///
/// @param id of the disconnect
/// @param state where a disconnect is
/// @param scope `all`, or `factor`
/// @param factorId the one factor
/// @param reason why
/// @param callerCheck how staff made sure who calls
/// @param staff who of the staff it is
/// @param approver who agreed, on the word of the application
/// @param until until when the user need not set up another factor. RFC 3339, UTC.
/// @param requestedBy the API client that asked
/// @param approvedBy the API client that agreed
/// @param createdAt when it was asked for. RFC 3339, UTC.
/// @param expiresAt when it can no longer be agreed to. RFC 3339, UTC.
/// @param finishedAt when it ended. RFC 3339, UTC.
/// @param temporaryPass where one was asked for, in the answer that carries it out
public record Disconnect(
    UUID id,
    DisconnectState state,
    String scope,
    @Nullable UUID factorId,
    String reason,
    String callerCheck,
    String staff,
    @Nullable String approver,
    @Nullable Instant until,
    String requestedBy,
    @Nullable String approvedBy,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant finishedAt,
    @Nullable TemporaryPass temporaryPass) {}
