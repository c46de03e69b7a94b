package io.tweestap.client.login;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was proven.
///
/// @param amr how (RFC 8176): `pwd` for the password that you vouch for, what the factors add, and
///   `mfa` where both are there
/// @param acr the level that was reached: `urn:tweestap:acr:1` with one factor, `2` with two, `3`
///   with two of which one withstands phishing
/// @param authTime when the last of it was proven. RFC 3339, UTC.
/// @param sessionId of the session. Missing for a payment and a password reset, which log nobody
///   in.
/// @param sessionLifetimeSeconds when to log the user out at the latest
/// @param idleSeconds when to log the user out without activity
public record LoginResult(
    List<String> amr,
    String acr,
    Instant authTime,
    @Nullable UUID sessionId,
    @Nullable Integer sessionLifetimeSeconds,
    @Nullable Integer idleSeconds) {}
