package io.tweestap.login.disconnect;

import io.tweestap.login.account.AccountVisits;
import io.tweestap.login.browser.Browsers;
import io.tweestap.login.jdbc.LoginRows;
import io.tweestap.login.session.EndReason;
import io.tweestap.login.session.Sessions;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Ends all that a user's factors opened: first the logins under way, so that none of them becomes
/// a session afterwards, then the sessions, then the remembered browsers and the visits to the
/// account pages.
@Component
class EndEverything {
  private final LoginRows logins;
  private final Sessions sessions;
  private final Browsers browsers;
  private final AccountVisits visits;
  private final Clock clock;

  EndEverything(
      LoginRows logins, Sessions sessions, Browsers browsers, AccountVisits visits, Clock clock) {
    this.logins = logins;
    this.sessions = sessions;
    this.browsers = browsers;
    this.visits = visits;
    this.clock = clock;
  }

  void end(TenantId tenant, UserId user) {
    logins.cancelAll(tenant, user, clock.instant());
    sessions.endAll(tenant, user, Optional.empty(), EndReason.DISCONNECTED);
    browsers.forgetAll(tenant, user);
    visits.endAll(tenant, user);
  }
}
