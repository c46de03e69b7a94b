package io.tweestap.client.factor;

import java.time.Instant;
import java.util.UUID;

/// A right answer.
///
/// @param factorId of the factor
/// @param kind what somebody proves with
/// @param verifiedAt when
public record VerifiedFactor(UUID factorId, FactorKind kind, Instant verifiedAt) {}
