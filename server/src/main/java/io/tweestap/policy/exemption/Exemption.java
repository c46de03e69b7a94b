package io.tweestap.policy.exemption;

import io.tweestap.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A user who is exempt from having to set up a second step, for a reason and a time. It lifts what
/// the policies demand; whoever holds a factor goes on proving it.
///
/// @param until it ends by itself at this moment
/// @param approvedBy the second member of the staff; empty where none was asked for, or not yet
/// @param endedAt when staff ended it early, or when its end was noted
public record Exemption(
    UUID id,
    UserId user,
    String reason,
    Instant until,
    boolean needsApproval,
    String requestedBy,
    Optional<String> approvedBy,
    Optional<Instant> approvedAt,
    Optional<Instant> endedAt,
    Optional<String> endedBy,
    Instant createdAt) {
  /// What it is at a moment.
  public ExemptionState state(Instant now) {
    if (endedAt.isPresent() || !now.isBefore(until)) {
      return ExemptionState.ENDED;
    }
    return needsApproval && approvedBy.isEmpty() ? ExemptionState.REQUESTED : ExemptionState.ACTIVE;
  }

  /// Shows no reason: people write what they like into it.
  @Override
  public String toString() {
    return "Exemption[" + id + ", until " + until + "]";
  }
}
