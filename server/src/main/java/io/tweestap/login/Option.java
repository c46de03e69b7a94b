package io.tweestap.login;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import java.time.Instant;
import java.util.Optional;

/// A factor that may be answered with.
///
/// @param name what the user calls it; of security keys, which are one option, the names of all
/// @param target where a code goes, masked; empty for factors that nothing is sent to
/// @param challenge whether a challenge must be asked for first
/// @param slowedUntil answers before this moment are not compared
public record Option(
    FactorId id,
    FactorKind kind,
    String name,
    Optional<String> target,
    boolean challenge,
    Optional<Instant> slowedUntil) {}
