package io.tweestap.factor.apppassword;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserId;
import io.tweestap.user.UserState;
import io.tweestap.user.Users;
import io.tweestap.user.notice.Notice;
import io.tweestap.user.notice.NoticeKind;
import io.tweestap.user.notice.UserNotices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The app passwords of users: made, listed, taken away. [VerifyAppPassword] answers the services
/// that are given one; a login takes none (APP-2).
@Service
public class AppPasswords {
  /// How many a user may have.
  public static final int MAX_PER_USER = 50;

  /// How old the proof of password and second factor may be (APP-3).
  public static final Duration PROOF_MAX_AGE = Duration.ofMinutes(10);

  /// Clocks differ: a proof may seem to lie this far ahead.
  private static final Duration AHEAD = Duration.ofMinutes(1);

  private final AppPasswordRows rows;
  private final AppPasswordHashes hashes;
  private final Users users;
  private final UserNotices notices;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  AppPasswords(
      AppPasswordRows rows,
      AppPasswordHashes hashes,
      Users users,
      UserNotices notices,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.hashes = hashes;
    this.users = users;
    this.notices = notices;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// Makes a password, tells the user's addresses, and writes it down.
  ///
  /// @param actor who asks, as in [AuditEvent#actor]
  @Transactional
  public MakeOutcome make(TenantId tenant, User user, NewAppPassword asked, String actor) {
    Instant now = clock.instant();
    if (user.state() != UserState.ACTIVE) {
      return new MakeOutcome.UserNotActive();
    }
    if (!isFresh(asked.authenticatedAt(), now)) {
      return new MakeOutcome.ProofTooOld();
    }
    if (asked.expiresAt().isPresent() && !asked.expiresAt().get().isAfter(now)) {
      return new MakeOutcome.ExpiresTooEarly();
    }
    AppPassword password = begin(user, asked, now);
    String secret = hashes.draw();
    rows.lock(tenant, user.id());
    if (!rows.insert(tenant, password, hashes.hash(tenant, secret), MAX_PER_USER)) {
      return new MakeOutcome.TooMany();
    }
    record(tenant, user, AuditAction.APP_PASSWORD_MADE, actor, details(password));
    notices.tell(tenant, user, notice(NoticeKind.APP_PASSWORD_MADE, password));
    return new MakeOutcome.Made(password, secret);
  }

  private static boolean isFresh(Instant proof, Instant now) {
    return !proof.isBefore(now.minus(PROOF_MAX_AGE)) && !proof.isAfter(now.plus(AHEAD));
  }

  private AppPassword begin(User user, NewAppPassword asked, Instant now) {
    return new AppPassword(
        ids.next(),
        user.id(),
        asked.service(),
        asked.device(),
        asked.networks(),
        asked.expiresAt(),
        Optional.empty(),
        now);
  }

  /// The user's passwords, oldest first, those whose time is over as well.
  public List<AppPassword> of(TenantId tenant, UserId user) {
    return rows.of(tenant, user);
  }

  /// Takes one away. Empty when the user has no such password.
  @Transactional
  public Optional<AppPassword> revoke(TenantId tenant, User user, UUID id, String actor) {
    Optional<AppPassword> revoked = rows.delete(tenant, user.id(), id);
    revoked.ifPresent(password -> {
      record(tenant, user, AuditAction.APP_PASSWORD_REMOVED, actor, details(password));
      notices.tell(tenant, user, notice(NoticeKind.APP_PASSWORD_REMOVED, password));
    });
    return revoked;
  }

  /// Takes all away, as part of the caller's transaction where there is one (APP-5). The user is
  /// told by whoever causes it.
  ///
  /// @param why a word for the audit: `disconnect`, `user_closed`
  /// @return how many there were
  @Transactional
  public int revokeAll(TenantId tenant, UserId user, String why) {
    return revokeAll(tenant, user, why, "system");
  }

  /// The same at the wish of somebody.
  @Transactional
  public int revokeAll(TenantId tenant, UserId user, String why, String actor) {
    int revoked = rows.deleteAll(tenant, user);
    if (revoked > 0) {
      users
          .find(tenant, user)
          .ifPresent(known ->
              record(
                  tenant,
                  known,
                  AuditAction.APP_PASSWORD_REMOVED,
                  actor,
                  Map.of("count", Integer.toString(revoked), "why", why)));
    }
    return revoked;
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

  private static Map<String, String> details(AppPassword password) {
    return Map.of(
        "app_password", password.id().toString(),
        "service", password.service().text(),
        "device", AuditEvent.words(password.device()));
  }

  private static Notice notice(NoticeKind kind, AppPassword password) {
    return Notice.of(kind, Map.of("name", password.device(), "service", password.service().text()));
  }
}
