package io.tweestap.client.login;

import io.tweestap.client.factor.FactorKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A factor that may be answered with.
///
/// @param factorId of the factor
/// @param kind the kind of factor, such as `totp`
/// @param name what the user calls it
/// @param target where a code goes, masked. Missing for factors that nothing is sent to.
/// @param preferred whether it is the one to offer first: the one used last, else the strongest
/// @param needsChallenge whether a challenge must be asked for before it can be answered
/// @param slowedUntil answers before this moment are not compared. Missing when it is not slowed
///   down. RFC 3339, UTC.
public record LoginOption(
    UUID factorId,
    FactorKind kind,
    String name,
    @Nullable String target,
    boolean preferred,
    boolean needsChallenge,
    @Nullable Instant slowedUntil) {}
