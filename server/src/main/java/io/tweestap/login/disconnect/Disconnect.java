package io.tweestap.login.disconnect;

import io.tweestap.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A disconnect that was asked for.
///
/// @param by the client that asked
/// @param approvedBy the client that agreed
/// @param expiresAt when it can no longer be agreed to
public record Disconnect(
    UUID id,
    UserId user,
    DisconnectState state,
    NewDisconnect asked,
    Staff by,
    Optional<Staff> approvedBy,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> finishedAt) {
  /// How long it waits for a second person.
  public static final Duration LIFE = Duration.ofHours(1);
}
