package io.tweestap.login.web;

import io.tweestap.login.session.Sessions;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserExport;
import io.tweestap.user.UserId;
import org.springframework.stereotype.Component;

/// What a user sees of the own sessions in an export (PRV-6).
@Component
class SessionExport implements UserExport {
  private final Sessions sessions;

  SessionExport(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public String name() {
    return "sessions";
  }

  @Override
  public Object of(TenantId tenant, UserId user) {
    return sessions.list(tenant, user).stream().map(SessionView::of).toList();
  }
}
