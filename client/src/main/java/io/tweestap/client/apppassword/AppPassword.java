package io.tweestap.client.apppassword;

import io.tweestap.client.Secret;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A password for one service on one device.
///
/// @param id of the app password
/// @param service the service that it opens
/// @param device what the user calls the device or program that it is on
/// @param networks where it may be used from, in CIDR form; empty: from anywhere
/// @param expiresAt from when on it is refused. Left out: it has no end.
/// @param lastUsedAt its last right use, to within five minutes. Left out: never used.
/// @param createdAt when it was made. RFC 3339, UTC.
/// @param password the password in groups of four. Shown once, in the answer to its creation.
public record AppPassword(
    UUID id,
    String service,
    String device,
    List<String> networks,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    Instant createdAt,
    @Nullable Secret password) {}
