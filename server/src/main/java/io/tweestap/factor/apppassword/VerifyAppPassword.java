package io.tweestap.factor.apppassword;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.factor.apppassword.AppPasswordRows.Row;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserRef;
import io.tweestap.user.UserState;
import io.tweestap.user.Users;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Answers a service that was given an app password.
///
/// Each verification reads three things, whatever they say: the throttle, the user, and the row
/// with the password's hash. So nobody can tell by the answer or its time whether the user, the
/// password, the service, the place or the moment was wrong (invariant 9). A failure then counts.
@Service
public class VerifyAppPassword {
  /// The last use is kept to within this time: a mail program that asks every minute causes one
  /// write in five minutes, and the other verifications only read.
  static final Duration USE_KEPT_TO = Duration.ofMinutes(5);

  private static final String NOBODY = "nobody";

  private final AppPasswordRows rows;
  private final AppPasswordHashes hashes;
  private final FailureThrottle throttle;
  private final Users users;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  VerifyAppPassword(
      AppPasswordRows rows,
      AppPasswordHashes hashes,
      FailureThrottle throttle,
      Users users,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.hashes = hashes;
    this.throttle = throttle;
    this.users = users;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// One password as a service got it.
  ///
  /// @param user as typed; what cannot be a user's reference is nobody's
  /// @param password as typed: case, spaces and hyphens do not matter
  /// @param source where it was typed, as far as the service knows
  public record Attempt(
      String user, ServiceName service, String password, Optional<InetAddress> source) {
    /// A stranger's typing may be anything; it costs the same work.
    private UserRef ref() {
      return new UserRef(UserRef.fits(user) ? user : NOBODY);
    }

    @Override
    public String toString() {
      return "Attempt[" + service + "]";
    }
  }

  /// Judges one password.
  ///
  /// @param actor the service's API client, as in [AuditEvent#actor]
  public VerifyOutcome verify(TenantId tenant, Attempt attempt, String actor) {
    Instant now = clock.instant();
    boolean open = throttle.isOpen(tenant, attempt.ref(), attempt.source());
    Optional<User> user = users.find(tenant, attempt.ref());
    Optional<Row> row = rows.find(tenant, hashes.candidates(tenant, attempt.password()));
    boolean right =
        open & row.isPresent()
            && isRight(row.get().password(), user, attempt, now)
            && noted(tenant, row.get(), user.orElseThrow(), attempt, actor, now);
    if (right) {
      return new VerifyOutcome.Valid(attempt.ref(), row.get().password());
    }
    failed(tenant, user, attempt, open, actor);
    return new VerifyOutcome.NotValid();
  }

  private static boolean isRight(
      AppPassword password, Optional<User> user, Attempt attempt, Instant now) {
    return user.isPresent()
        && user.get().ref().value().equals(attempt.user())
        && user.get().state() == UserState.ACTIVE
        && password.user().equals(user.get().id())
        && password.service().equals(attempt.service())
        && !password.isExpired(now)
        && password.allows(attempt.source());
  }

  /// Notes the use where the last note is old, or the hash is under an old key.
  ///
  /// @return false when the password was taken away at this moment
  private boolean noted(
      TenantId tenant, Row row, User user, Attempt attempt, String actor, Instant now) {
    AppPassword password = row.password();
    var hash = hashes.hash(tenant, attempt.password());
    boolean recent =
        password.lastUsedAt().isPresent()
            && password.lastUsedAt().get().isAfter(now.minus(USE_KEPT_TO));
    if (recent && hash.keyId() == row.hashKeyId()) {
      return true;
    }
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          boolean there = rows.touch(tenant, password.id(), hash, now);
          if (there) {
            Map<String, String> details =
                Map.of(
                    "service", attempt.service().text(), "app_password", password.id().toString());
            audit.record(
                tenant, event(Optional.of(user), attempt, actor, AuditResult.SUCCESS, details));
          }
          return there;
        }));
  }

  /// Neither the wait nor the audit grows with a flood.
  private void failed(
      TenantId tenant, Optional<User> user, Attempt attempt, boolean open, String actor) {
    if (open) {
      throttle.count(tenant, attempt.ref(), attempt.source());
      Map<String, String> details = Map.of("service", attempt.service().text());
      audit.record(tenant, event(user, attempt, actor, AuditResult.FAILURE, details));
    }
  }

  private static AuditEvent event(
      Optional<User> user,
      Attempt attempt,
      String actor,
      AuditResult result,
      Map<String, String> details) {
    return new AuditEvent(
        AuditAction.APP_PASSWORD_VERIFIED,
        actor,
        user.map(User::pseudonym),
        attempt.source().map(InetAddress::getHostAddress),
        result,
        details);
  }
}
