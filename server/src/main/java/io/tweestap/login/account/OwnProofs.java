package io.tweestap.login.account;

import io.tweestap.login.Login;
import io.tweestap.login.LoginState;
import io.tweestap.login.Logins;
import io.tweestap.login.Standing;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Whether a user has proven a factor a moment ago: whoever changes factors must have (CS-3,
/// BND-3).
@Service
public class OwnProofs {
  /// How old the proof may be.
  public static final Duration MAX_AGE = Duration.ofMinutes(10);

  private final Logins logins;
  private final Clock clock;

  OwnProofs(Logins logins, Clock clock) {
    this.logins = logins;
    this.clock = clock;
  }

  /// The login in which the visitor proves a factor, as it is now.
  public Optional<Standing> standing(AccountVisit visit) {
    return visit
        .login()
        .flatMap(login -> logins.find(visit.tenant(), login))
        .filter(standing -> standing.login().user().equals(visit.user()));
  }

  /// When a factor was proven, if that is at most ten minutes ago.
  public Optional<Instant> fresh(AccountVisit visit) {
    return standing(visit).map(Standing::login).filter(OwnProofs::isGood).flatMap(this::fresh);
  }

  /// A login that goes on to a stronger factor has proven the weaker one.
  private static boolean isGood(Login login) {
    return login.state() == LoginState.PASSED || login.state() == LoginState.PENDING;
  }

  private Optional<Instant> fresh(Login login) {
    Instant since = clock.instant().minus(MAX_AGE);
    return login.proven().at().filter(at -> at.isAfter(since));
  }

  /// Why a login of the application does not count as a proof; empty when it does.
  Optional<LinkOutcome> refusal(TenantId tenant, UserId user, UUID id) {
    Optional<Login> login =
        logins
            .find(tenant, id)
            .map(Standing::login)
            .filter(found -> found.user().equals(user))
            .filter(found -> found.state() == LoginState.PASSED)
            .filter(found -> found.proven().at().isPresent());
    if (login.isEmpty()) {
      return Optional.of(new LinkOutcome.NotProven());
    }
    return fresh(login.get()).isPresent()
        ? Optional.empty()
        : Optional.of(new LinkOutcome.ProofTooOld());
  }
}
