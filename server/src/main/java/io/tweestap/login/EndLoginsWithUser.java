package io.tweestap.login;

import io.tweestap.factor.FactorsChanged;
import io.tweestap.login.browser.Browsers;
import io.tweestap.login.disconnect.DisconnectRows;
import io.tweestap.login.jdbc.LoginRows;
import io.tweestap.login.session.EndReason;
import io.tweestap.login.session.Sessions;
import io.tweestap.user.UserClosed;
import io.tweestap.user.UserErased;
import io.tweestap.user.UserSuspended;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Ends what a user has here when the user is suspended, closed or erased, in the same transaction:
/// first the logins under way, so that none of them becomes a session afterwards, then the
/// sessions.
@Component
class EndLoginsWithUser {
  private final LoginRows logins;
  private final Sessions sessions;
  private final Browsers browsers;
  private final HalfSuccess halfSuccess;
  private final DisconnectRows disconnects;
  private final Clock clock;

  EndLoginsWithUser(
      LoginRows logins,
      Sessions sessions,
      Browsers browsers,
      HalfSuccess halfSuccess,
      DisconnectRows disconnects,
      Clock clock) {
    this.logins = logins;
    this.sessions = sessions;
    this.browsers = browsers;
    this.halfSuccess = halfSuccess;
    this.disconnects = disconnects;
    this.clock = clock;
  }

  @EventListener
  void suspended(UserSuspended event) {
    logins.cancelAll(event.tenant(), event.user(), clock.instant());
    sessions.endAll(event.tenant(), event.user(), Optional.empty(), EndReason.SUSPENDED);
  }

  @EventListener
  void closed(UserClosed event) {
    logins.cancelAll(event.tenant(), event.user(), clock.instant());
    sessions.endAll(event.tenant(), event.user(), Optional.empty(), EndReason.CLOSED);
    browsers.forgetAll(event.tenant(), event.user());
  }

  /// Whoever changes factors may be a thief; whoever lost one may have lost the browser with it.
  /// And a login that was let off while there was no factor is not let off any more.
  @EventListener
  void factorsChanged(FactorsChanged event) {
    logins.cancelOvertaken(event.tenant(), event.user(), clock.instant());
    browsers.forgetAll(event.tenant(), event.user());
  }

  @EventListener
  void erased(UserErased event) {
    logins.erase(event.tenant(), event.user());
    browsers.forgetAll(event.tenant(), event.user());
    disconnects.erase(event.tenant(), event.user());
    halfSuccess.erase(event.tenant(), event.user());
  }
}
