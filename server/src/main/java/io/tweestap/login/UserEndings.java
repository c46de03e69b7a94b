package io.tweestap.login;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.login.account.AccountVisits;
import io.tweestap.login.browser.Browsers;
import io.tweestap.login.jdbc.LoginRows;
import io.tweestap.login.session.EndReason;
import io.tweestap.login.session.Sessions;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Ends what a user has here at the wish of the user, of staff, or because the password was
/// changed.
@Service
public class UserEndings {
  private final LoginRows logins;
  private final Sessions sessions;
  private final Browsers browsers;
  private final AccountVisits visits;
  private final AuditTrail audit;
  private final Clock clock;

  UserEndings(
      LoginRows logins,
      Sessions sessions,
      Browsers browsers,
      AccountVisits visits,
      AuditTrail audit,
      Clock clock) {
    this.logins = logins;
    this.sessions = sessions;
    this.browsers = browsers;
    this.visits = visits;
    this.audit = audit;
    this.clock = clock;
  }

  /// The password was changed: whoever knew the old one is out, on every browser.
  ///
  /// @param but the session in which it was changed
  @Transactional
  public void passwordChanged(TenantId tenant, User user, Optional<UUID> but, String actor) {
    logins.cancelAll(tenant, user.id(), clock.instant());
    visits.endAll(tenant, user.id());
    int ended = sessions.endAll(tenant, user.id(), but, EndReason.PASSWORD_CHANGED);
    int forgotten = browsers.forgetAll(tenant, user.id());
    record(
        tenant,
        user,
        AuditAction.PASSWORD_CHANGED,
        actor,
        Map.of(
            "sessions_ended", Integer.toString(ended),
            "browsers_forgotten", Integer.toString(forgotten)));
  }

  /// Ends one session; whether it was active.
  ///
  /// @param actor who does it, as in [AuditEvent#actor]
  @Transactional
  public boolean endSession(TenantId tenant, User user, UUID session, String actor) {
    boolean ended = sessions.end(tenant, user.id(), session, EndReason.USER);
    if (ended) {
      Map<String, String> details = Map.of("session", session.toString());
      record(tenant, user, AuditAction.SESSION_ENDED, actor, details);
    }
    return ended;
  }

  /// Ends all sessions of a user.
  @Transactional
  public void endSessions(TenantId tenant, User user, String actor) {
    int ended = sessions.endAll(tenant, user.id(), Optional.empty(), EndReason.USER);
    record(
        tenant,
        user,
        AuditAction.SESSION_ENDED,
        actor,
        Map.of("sessions_ended", Integer.toString(ended)));
  }

  /// Forgets one browser; whether it was remembered.
  @Transactional
  public boolean forgetBrowser(TenantId tenant, User user, UUID browser, String actor) {
    boolean forgotten = browsers.forget(tenant, user.id(), browser);
    if (forgotten) {
      Map<String, String> details = Map.of("browser", browser.toString());
      record(tenant, user, AuditAction.BROWSER_FORGOTTEN, actor, details);
    }
    return forgotten;
  }

  /// Forgets all browsers of a user.
  @Transactional
  public void forgetBrowsers(TenantId tenant, User user, String actor) {
    int forgotten = browsers.forgetAll(tenant, user.id());
    record(
        tenant,
        user,
        AuditAction.BROWSER_FORGOTTEN,
        actor,
        Map.of("browsers_forgotten", Integer.toString(forgotten)));
  }

  private void record(
      TenantId tenant, User user, AuditAction action, String actor, Map<String, String> details) {
    audit.record(
        tenant,
        new AuditEvent(
            action,
            actor,
            Optional.of(user.pseudonym()),
            Optional.empty(),
            AuditResult.SUCCESS,
            details));
  }
}
