package io.tweestap.policy.rule;

import io.tweestap.policy.Facts;
import io.tweestap.policy.Policy;
import io.tweestap.policy.Reason;
import io.tweestap.policy.ReasonKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// From when a policy requires a second step of a user: midnight of its date, or of the date that
/// staff moved it to for this user, in the zone of the policy, else of the user. Where midnight
/// does not exist on that day, the first moment of the day.
///
/// @param begins the moment itself
/// @param moved whether staff moved it
record RequiredDate(LocalDate date, Instant begins, boolean moved, Policy policy, Instant now) {
  /// Empty when the policy never requires one: staff move a date, they do not make one.
  static Optional<RequiredDate> of(Policy policy, Facts facts) {
    return policy
        .terms()
        .requiredFrom()
        .map(date -> on(facts.deadline().orElse(date), policy, facts));
  }

  private static RequiredDate on(LocalDate date, Policy policy, Facts facts) {
    Instant begins = beginning(date, policy, facts);
    return new RequiredDate(date, begins, facts.deadline().isPresent(), policy, facts.now());
  }

  static Instant beginning(LocalDate date, Policy policy, Facts facts) {
    return date.atStartOfDay(policy.terms().zone().orElse(facts.zone())).toInstant();
  }

  /// The earliest of several policies: the strictest.
  static Optional<RequiredDate> earliest(List<Policy> policies, Facts facts) {
    return policies.stream()
        .flatMap(policy -> of(policy, facts).stream())
        .min(Comparator.comparing(RequiredDate::begins));
  }

  /// At the very moment it has come.
  boolean hasCome() {
    return !now.isBefore(begins);
  }

  /// Required since or from this date, and by which policy; or that staff moved it.
  List<Reason> reasons() {
    Reason date = signed(hasCome() ? ReasonKind.REQUIRED_SINCE : ReasonKind.REQUIRED_FROM);
    return moved ? List.of(date, Reason.of(ReasonKind.DEADLINE_MOVED, this.date)) : List.of(date);
  }

  Reason signed(ReasonKind kind) {
    return Reason.of(kind, date).by(policy.name());
  }
}
