package io.tweestap.policy;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Strength;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/// One reason of a decision, in words by [ReasonTexts].
///
/// @param policy name of the policy that gave it; empty when it comes from no policy
/// @param value a date, time, number, kinds or strength, as [ReasonKind#value()] says; empty when
///   it has none
public record Reason(ReasonKind kind, Optional<String> policy, String value) {
  public static Reason of(ReasonKind kind) {
    return new Reason(kind, Optional.empty(), "");
  }

  public static Reason of(ReasonKind kind, LocalDate date) {
    return new Reason(kind, Optional.empty(), date.toString());
  }

  public static Reason of(ReasonKind kind, Instant moment) {
    return new Reason(kind, Optional.empty(), moment.toString());
  }

  public static Reason of(ReasonKind kind, Duration time) {
    return new Reason(kind, Optional.empty(), time.toString());
  }

  public static Reason of(ReasonKind kind, int number) {
    return new Reason(kind, Optional.empty(), Integer.toString(number));
  }

  public static Reason of(ReasonKind kind, Strength strength) {
    return new Reason(kind, Optional.empty(), strength.text());
  }

  public static Reason of(ReasonKind kind, Collection<FactorKind> kinds) {
    return new Reason(
        kind,
        Optional.empty(),
        kinds.stream().sorted().map(FactorKind::text).collect(Collectors.joining(", ")));
  }

  /// The same, given by a policy of this name.
  public Reason by(String policyName) {
    return new Reason(kind, Optional.of(policyName), value);
  }
}
