package io.tweestap.policy.rule;

import io.tweestap.policy.Policy;
import io.tweestap.policy.Profile;
import io.tweestap.policy.Reason;
import io.tweestap.policy.ReasonKind;
import io.tweestap.policy.SessionLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How long a login lasts: the shortest time that a policy names, never longer than the strictest
/// assurance level allows (SES-1 to SES-3).
record SessionLength(SessionLimits limits, List<Reason> reasons) {
  static SessionLength of(List<Policy> policies) {
    var reasons = new ArrayList<Reason>();
    Optional<Given<Profile>> level =
        Given.strictest(policies, p -> p.terms().stay().profile(), Comparator.reverseOrder());
    SessionLimits cap = level.map(given -> given.value().cap()).orElse(Profile.AAL1.cap());
    Optional<Given<Duration>> loggedIn =
        Given.strictest(policies, p -> p.terms().stay().loggedIn(), Duration::compareTo);
    Optional<Given<Duration>> idle =
        Given.strictest(policies, p -> p.terms().stay().idle(), Duration::compareTo);
    SessionLimits limits =
        new SessionLimits(
            shortest(loggedIn, SessionLimits.USUAL.stayLoggedIn(), cap.stayLoggedIn()),
            shortest(idle, SessionLimits.USUAL.idle(), cap.idle()));
    loggedIn.map(given -> reason(given, ReasonKind.STAY_LOGGED_IN)).ifPresent(reasons::add);
    idle.map(given -> reason(given, ReasonKind.IDLE)).ifPresent(reasons::add);
    level.map(SessionLength::kept).ifPresent(reasons::add);
    return new SessionLength(limits, reasons);
  }

  private static Duration shortest(Optional<Given<Duration>> given, Duration usual, Duration cap) {
    return Remembering.shorter(given.map(Given::value).orElse(usual), cap);
  }

  private static Reason reason(Given<Duration> given, ReasonKind kind) {
    return given.signed(Reason.of(kind, given.value()));
  }

  private static Reason kept(Given<Profile> level) {
    return new Reason(
        ReasonKind.PROFILE_KEPT, Optional.of(level.policy().name()), level.value().text());
  }
}
