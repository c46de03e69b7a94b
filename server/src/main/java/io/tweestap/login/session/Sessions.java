package io.tweestap.login.session;

import io.tweestap.login.session.SessionRows.Owned;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.user.UserState;
import io.tweestap.user.Users;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Keeps the two ends of each session (SES-4): the overall one, set at the login, and the idle one,
/// which activity puts off. The application asks before it trusts its own cookie.
@Service
public class Sessions {
  private final SessionRows rows;
  private final Users users;
  private final Clock clock;

  Sessions(SessionRows rows, Users users, Clock clock) {
    this.rows = rows;
    this.users = users;
    this.clock = clock;
  }

  /// Records activity, if the session is still active; says what it is now. Empty when the tenant
  /// has no such session.
  public Optional<Session> touch(TenantId tenant, UUID id) {
    Instant now = clock.instant();
    rows.touch(tenant, id, now);
    return rows.find(tenant, id, now).map(owned -> asFarAsTheUserMay(tenant, owned));
  }

  /// A login that passed in the very moment of a suspension leaves a session behind that nobody
  /// ended.
  private Session asFarAsTheUserMay(TenantId tenant, Owned owned) {
    Session session = owned.session();
    boolean may =
        session.state() != SessionState.ACTIVE
            || users
                .find(tenant, owned.user())
                .filter(user -> user.state() == UserState.ACTIVE)
                .isPresent();
    return may ? session : ended(session);
  }

  private static Session ended(Session session) {
    return new Session(
        session.id(),
        session.application(),
        session.userAgent(),
        session.place(),
        session.amr(),
        session.acr(),
        SessionState.ENDED,
        session.startedAt(),
        session.lastActiveAt(),
        session.idleEndsAt(),
        session.endsAt());
  }

  /// A user's active sessions, the newest first.
  public List<Session> list(TenantId tenant, UserId user) {
    return rows.active(tenant, user, clock.instant());
  }

  /// Ends one session; whether it was active.
  public boolean end(TenantId tenant, UserId user, UUID id, EndReason reason) {
    return rows.end(tenant, user, id, reason, clock.instant());
  }

  /// Ends all sessions of a user.
  ///
  /// @param but one that goes on: that in which the password was changed, for example
  /// @return how many
  public int endAll(TenantId tenant, UserId user, Optional<UUID> but, EndReason reason) {
    return rows.endAll(tenant, user, but.orElse(null), reason, clock.instant());
  }
}
