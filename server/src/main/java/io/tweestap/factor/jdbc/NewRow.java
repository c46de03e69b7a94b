package io.tweestap.factor.jdbc;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.bind.NewFactor;
import io.tweestap.user.UserId;
import io.tweestap.vault.Sealed;
import java.time.Instant;
import java.util.Optional;

/// A factor about to be written.
///
/// @param secret the sealed secret; empty when the kind has none
/// @param pendingUntil empty when it is active at once
public record NewRow(
    FactorId id,
    UserId user,
    NewFactor asked,
    Optional<Sealed> secret,
    Optional<Instant> pendingUntil) {}
