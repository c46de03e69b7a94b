package io.tweestap.login;

import io.tweestap.audit.Actor;
import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.audit.TenantEvent;
import io.tweestap.factor.FactorKind;
import io.tweestap.login.browser.Browser;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.Users;
import io.tweestap.user.notice.Notice;
import io.tweestap.user.notice.NoticeKind;
import io.tweestap.user.notice.UserNotices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Puts on record what became of a login, and tells whoever must know: the audit, the tenant's own
/// systems, the user. Always as part of the transaction that made it so.
@Component
public class LoginNews {
  private final AuditTrail audit;
  private final LoginEvents events;
  private final HalfSuccess halfSuccess;
  private final UserNotices notices;
  private final Users users;

  LoginNews(
      AuditTrail audit,
      LoginEvents events,
      HalfSuccess halfSuccess,
      UserNotices notices,
      Users users) {
    this.audit = audit;
    this.events = events;
    this.halfSuccess = halfSuccess;
    this.notices = notices;
    this.users = users;
  }

  /// The policy decided.
  ///
  /// @param client whoever asked
  void decided(TenantId tenant, Login login, String client) {
    boolean refused = login.state() == LoginState.REFUSED;
    Map<String, String> details = about(login);
    details.put("decision", login.plan().decision().text());
    details.put("reason", login.plan().reasons().getFirst().kind().text());
    audit.record(
        tenant,
        event(
            login,
            AuditAction.LOGIN_DECIDED,
            Actor.client(client),
            refused ? AuditResult.REFUSED : AuditResult.SUCCESS,
            details));
    events.tell(tenant, login);
  }

  /// A right answer after which more is asked for.
  void answered(TenantId tenant, Login login, FactorKind kind) {
    Map<String, String> details = about(login);
    details.put("factor_kind", kind.text());
    record(tenant, login, AuditAction.LOGIN_ANSWERED, AuditResult.SUCCESS, details);
  }

  void answeredWrong(TenantId tenant, Login login, int left) {
    Map<String, String> details = about(login);
    details.put("answers_left", Integer.toString(left));
    record(tenant, login, AuditAction.LOGIN_ANSWERED, AuditResult.FAILURE, details);
  }

  /// An answer that was not compared.
  void answerRefused(TenantId tenant, Login login, String why) {
    Map<String, String> details = about(login);
    details.put("reason", why);
    record(tenant, login, AuditAction.LOGIN_ANSWERED, AuditResult.REFUSED, details);
  }

  /// An answer to no login at all.
  void answeredUnknown(TenantId tenant) {
    audit.record(
        tenant,
        new AuditEvent(
            AuditAction.LOGIN_ANSWERED,
            Actor.USER,
            Optional.empty(),
            Optional.empty(),
            AuditResult.REFUSED,
            Map.of("reason", "unknown_login")));
  }

  void passed(TenantId tenant, Login login) {
    audit.record(tenant, passed(login));
    events.tell(tenant, login);
  }

  /// Several that passed by one statement.
  void passed(List<Passing> all) {
    audit.record(
        all.stream().map(one -> new TenantEvent(one.tenant(), passed(one.passed()))).toList());
    all.forEach(one -> events.tell(one.tenant(), one.passed()));
  }

  private AuditEvent passed(Login login) {
    Map<String, String> details = about(login);
    login
        .result()
        .ifPresent(result -> {
          details.put("amr", String.join(" ", result.amr()));
          details.put("acr", Integer.toString(result.acr()));
        });
    login.proven().kind().ifPresent(kind -> details.put("factor_kind", kind.text()));
    return event(login, AuditAction.LOGIN_PASSED, Actor.USER, AuditResult.SUCCESS, details);
  }

  /// A login is over without having passed.
  ///
  /// @param login as it is now, with the visitor's address as it was given
  void ended(TenantId tenant, Login login) {
    Map<String, String> details = about(login);
    details.put("answers_wrong", Integer.toString(login.answersWrong()));
    details.put("state", login.state().text());
    switch (login.state()) {
      case CANCELED ->
          record(tenant, login, AuditAction.LOGIN_CANCELED, AuditResult.SUCCESS, details);
      case EXPIRED ->
          record(tenant, login, AuditAction.LOGIN_EXPIRED, AuditResult.FAILURE, details);
      case FAILED, DETAILS_CHANGED, REFUSED ->
          record(tenant, login, AuditAction.LOGIN_FAILED, AuditResult.FAILURE, details);
      case PENDING, PASSED -> throw new IllegalArgumentException("it did not end like this");
    }
    events.tell(tenant, login);
    halfSuccess.judge(tenant, login);
  }

  /// A browser is remembered from now on; the user is told, in case it was somebody else.
  void remembered(TenantId tenant, Login login) {
    record(tenant, login, AuditAction.BROWSER_REMEMBERED, AuditResult.SUCCESS, about(login));
    if (login.browser().isEmpty()) {
      users
          .find(tenant, login.user())
          .ifPresent(user ->
              notices.tell(
                  tenant,
                  user,
                  Notice.of(NoticeKind.NEW_BROWSER, HalfSuccess.words(login.visitor()))));
    }
  }

  /// A remembered browser's old token turned up: its series is forgotten, and the user is told.
  void stolen(TenantId tenant, User user, Browser browser, Visitor visitor) {
    audit.record(
        tenant,
        new AuditEvent(
            AuditAction.BROWSER_STOLEN,
            Actor.USER,
            Optional.of(user.pseudonym()),
            visitor.ip(),
            AuditResult.REFUSED,
            Map.of("browser", browser.id().toString())));
    notices.tell(tenant, user, Notice.of(NoticeKind.BROWSER_COPIED, HalfSuccess.words(visitor)));
  }

  /// Anything else about a login.
  public void record(
      TenantId tenant,
      Login login,
      AuditAction action,
      AuditResult result,
      Map<String, String> details) {
    audit.record(tenant, event(login, action, Actor.USER, result, details));
  }

  private static AuditEvent event(
      Login login,
      AuditAction action,
      String actor,
      AuditResult result,
      Map<String, String> details) {
    Optional<UUID> subject = Optional.of(login.subject());
    return new AuditEvent(action, actor, subject, login.visitor().source(), result, details);
  }

  /// What stands in every record of a login.
  public Map<String, String> about(Login login) {
    Map<String, String> details = new HashMap<>();
    details.put("login", login.id().toString());
    details.put("purpose", login.purpose().text());
    login.application().ifPresent(name -> details.put("application", AuditEvent.words(name)));
    return details;
  }
}
