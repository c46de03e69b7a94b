package io.tweestap.policy.rule;

import io.tweestap.policy.Frequency;
import io.tweestap.policy.Policy;
import io.tweestap.policy.Profile;
import io.tweestap.policy.Reason;
import io.tweestap.policy.ReasonKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long a browser may be remembered, so that the next login on it need not ask: not at all
/// where each login asks anyway or an assurance level forbids it (SES-7), else the shortest time
/// that a policy names.
///
/// @param time zero when it may not
record Remembering(Duration time, List<Reason> reasons) {
  private static final Duration USUAL = Duration.ofDays(30);

  static Remembering of(Spoken spoken) {
    if (!spoken.asking().stream().anyMatch(p -> p.terms().frequency().isPresent())) {
      return new Remembering(Duration.ZERO, List.of());
    }
    return Given.strictest(spoken.policies(), Remembering::said, Duration::compareTo)
        .map(Remembering::by)
        .orElse(new Remembering(USUAL, List.of()));
  }

  private static Remembering by(Given<Duration> shortest) {
    Reason reason =
        shortest.value().isZero()
            ? Reason.of(ReasonKind.NO_REMEMBERING)
            : Reason.of(ReasonKind.REMEMBER_FOR, shortest.value());
    return new Remembering(shortest.value(), List.of(shortest.signed(reason)));
  }

  /// What one policy says, by its own word, its level and how often it asks.
  private static Optional<Duration> said(Policy policy) {
    Optional<Duration> byLevel =
        policy
            .terms()
            .stay()
            .profile()
            .filter(profile -> !profile.remembersBrowsers())
            .map((Profile _) -> Duration.ZERO);
    return shorter(shorter(policy.terms().stay().remember(), byLevel), byFrequency(policy));
  }

  private static Optional<Duration> byFrequency(Policy policy) {
    return policy
        .terms()
        .frequency()
        .flatMap(often ->
            switch (often) {
              case Frequency.EveryLogin() -> Optional.of(Duration.ZERO);
              case Frequency.PerBrowser(int days) -> Optional.of(Duration.ofDays(days));
              case Frequency.ByRisk() -> Optional.<Duration>empty();
            });
  }

  private static Optional<Duration> shorter(Optional<Duration> one, Optional<Duration> other) {
    return one.map(given -> shorter(given, other.orElse(given))).or(() -> other);
  }

  static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
