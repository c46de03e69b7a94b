package io.tweestap.login;

import io.tweestap.audit.Actor;
import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.login.jdbc.LoginRows;
import io.tweestap.login.jdbc.LoginRows.Swept;
import io.tweestap.operations.VoidOpen;
import io.tweestap.shared.TenantId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Takes back the logins that are open in a restored database: each may have passed since.
@Component
class VoidLogins implements VoidOpen {
  private final LoginRows rows;
  private final LoginNews news;
  private final LoginEvents events;
  private final AuditTrail audit;

  VoidLogins(LoginRows rows, LoginNews news, LoginEvents events, AuditTrail audit) {
    this.rows = rows;
    this.news = news;
    this.events = events;
    this.audit = audit;
  }

  @Override
  public String what() {
    return "logins";
  }

  @Override
  public int voidSome(Asked asked, int batch) {
    List<Swept> ended = rows.cancelOpen(asked.at(), batch);
    for (Swept one : ended) {
      rows.find(one.tenant(), one.id()).ifPresent(login -> tell(one.tenant(), login));
    }
    return ended.size();
  }

  private void tell(TenantId tenant, Login login) {
    audit.record(
        tenant,
        new AuditEvent(
            AuditAction.LOGIN_CANCELED,
            Actor.OPERATOR,
            Optional.of(login.subject()),
            Optional.empty(),
            AuditResult.SUCCESS,
            news.about(login)));
    events.tell(tenant, login);
  }
}
