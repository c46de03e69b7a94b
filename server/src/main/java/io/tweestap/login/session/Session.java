package io.tweestap.login.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A session. Its id is that of the login that made it: new at each login, so what a session may do
/// never grows (SES-5).
///
/// @param place the network that the login came from
/// @param acr level that was reached, 1 to 3
/// @param idleEndsAt when it ends unless something is done; never later than `endsAt`
public record Session(
    UUID id,
    Optional<String> application,
    Optional<String> userAgent,
    Optional<String> place,
    List<String> amr,
    int acr,
    SessionState state,
    Instant startedAt,
    Instant lastActiveAt,
    Instant idleEndsAt,
    Instant endsAt) {
  public Session {
    amr = List.copyOf(amr);
  }
}
