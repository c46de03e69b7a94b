package io.tweestap.client.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A login that passed, as long as it lasts.
///
/// @param id of the session, that of the login
/// @param state what a session is now. Only an active one may be used; none of the others comes
///   back.
/// @param application as it was given at the login
/// @param userAgent the browser, as it was given
/// @param place the network that the login came from, such as `203.0.113.0/24`
/// @param amr what was proven (RFC 8176)
/// @param acr the level that was reached
/// @param startedAt when the login passed. RFC 3339, UTC.
/// @param lastActiveAt when it was last touched. RFC 3339, UTC.
/// @param idleEndsAt when it ends unless it is touched. RFC 3339, UTC.
/// @param endsAt when it ends at the latest. RFC 3339, UTC.
public record Session(
    UUID id,
    SessionState state,
    @Nullable String application,
    @Nullable String userAgent,
    @Nullable String place,
    List<String> amr,
    String acr,
    Instant startedAt,
    Instant lastActiveAt,
    Instant idleEndsAt,
    Instant endsAt) {}
