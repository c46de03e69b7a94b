package io.tweestap.page.account;

import io.tweestap.login.BeginOutcome;
import io.tweestap.login.Login;
import io.tweestap.login.Logins;
import io.tweestap.login.NewLogin;
import io.tweestap.login.Standing;
import io.tweestap.login.Visitor;
import io.tweestap.login.account.AccountVisits;
import io.tweestap.login.account.OwnProofs;
import io.tweestap.policy.Purpose;
import io.tweestap.shared.text.OneLine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// The login in which a visitor proves a factor, or sets up a first one. It is one like any other,
/// with the same delays and caps, and the policy decides on it; only it logs nobody in.
@Component
class Proving {
  /// Who asks, for the audit.
  private static final String CLIENT = "account-pages";

  private final Logins logins;
  private final AccountVisits visits;
  private final OwnProofs proofs;
  private final Clock clock;

  Proving(Logins logins, AccountVisits visits, OwnProofs proofs, Clock clock) {
    this.logins = logins;
    this.visits = visits;
    this.proofs = proofs;
    this.clock = clock;
  }

  /// The one that is under way.
  Optional<Standing> now(Visit visit) {
    return proofs.standing(visit.visit());
  }

  boolean isFresh(Visit visit) {
    return proofs.fresh(visit.visit()).isPresent();
  }

  /// The one that is under way, or that came to nothing and waits to be begun anew; else a new one.
  Standing nowOrNew(Visit visit, HttpServletRequest request) {
    return now(visit)
        .filter(standing -> goesOn(standing.login()))
        .orElseGet(() -> begin(visit, request));
  }

  /// One that came to nothing, because it failed or the policy has nothing to offer, is begun anew
  /// when the visitor says so: a reload of the page begins none. The latter also when its time is
  /// over: policies change.
  private boolean goesOn(Login login) {
    return switch (login.state()) {
      case PENDING, FAILED -> true;
      case REFUSED -> clock.instant().isBefore(login.expiresAt());
      case PASSED -> login.proven().at().isEmpty() && clock.instant().isBefore(login.expiresAt());
      case CANCELED, EXPIRED, DETAILS_CHANGED -> false;
    };
  }

  /// Begins anew.
  Standing begin(Visit visit, HttpServletRequest request) {
    NewLogin asked =
        new NewLogin(
            visit.user().ref(),
            Purpose.ACCOUNT,
            Optional.empty(),
            Optional.empty(),
            Visitor.of(Optional.of(request.getRemoteAddr()), userAgent(request)),
            Optional.empty(),
            visit.visit().locale(),
            false);
    return switch (logins.begin(visit.tenant(), asked, CLIENT)) {
      case BeginOutcome.Begun(Standing standing) -> {
        visits.proveIn(visit.visit(), standing.login().id());
        yield standing;
      }
      case BeginOutcome.UnknownUser() -> throw new IllegalStateException("the visitor is gone");
    };
  }

  private static Optional<String> userAgent(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
        .map(OneLine::of)
        .map(text -> text.substring(0, Math.min(Visitor.USER_AGENT_MAX, text.length())))
        .filter(text -> !text.isBlank());
  }
}
