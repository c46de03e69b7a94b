package io.tweestap.client.policy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A user who need not set up a second step for a while. Whoever holds a factor goes on proving it.
///
/// @param id id of the exemption
/// @param user your own reference of the user
/// @param state where an exemption is on its way
/// @param reason why
/// @param until when it ends by itself
/// @param requestedBy who asked for it
/// @param needsApproval whether a second member of the staff was to approve
/// @param approvedBy who approved; missing where nobody did
/// @param approvedAt when
/// @param endedAt when it ended; missing while it has not, or that was not noted yet
/// @param endedBy who ended it; missing when it ended by itself
/// @param createdAt when it was asked for
public record Exemption(
    UUID id,
    String user,
    ExemptionState state,
    String reason,
    Instant until,
    String requestedBy,
    boolean needsApproval,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable Instant endedAt,
    @Nullable String endedBy,
    Instant createdAt) {}
