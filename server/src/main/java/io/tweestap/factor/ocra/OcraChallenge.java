package io.tweestap.factor.ocra;

import io.tweestap.factor.FactorId;
import io.tweestap.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question that was put to a device.
///
/// @param clientQuestion the question that came from the user's side (mutual mode)
/// @param detailsHash what the question was made of (signature mode); null otherwise
/// @param boundTo what it was asked for, such as a login
record OcraChallenge(
    UUID id,
    UserId user,
    FactorId factor,
    String question,
    Optional<String> clientQuestion,
    byte @Nullable [] detailsHash,
    Optional<UUID> boundTo,
    Instant createdAt,
    Instant expiresAt,
    boolean spent) {
  @Override
  public String toString() {
    return "OcraChallenge[" + id + "]";
  }
}
