package io.tweestap.policy.rule;

import io.tweestap.policy.Facts;
import io.tweestap.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/// From when a user must have a second step: the earliest date of the policies that speak to the
/// user, or the one that staff moved it to.
///
/// @param begins midnight of the date, in the zone of the policy
/// @param policy name of the policy that gives it
@NamedInterface("rule")
public record EnrollmentDate(LocalDate date, Instant begins, String policy) {
  /// At the application and for the purpose of these facts; empty when never.
  public static Optional<EnrollmentDate> here(List<Policy> policies, Facts facts) {
    return earliest(Spoken.to(policies, facts).asking(), facts);
  }

  /// At any application, for any purpose; empty when never.
  public static Optional<EnrollmentDate> anywhere(List<Policy> policies, Facts facts) {
    return earliest(
        policies.stream().filter(policy -> policy.concerns(facts.groups())).toList(), facts);
  }

  private static Optional<EnrollmentDate> earliest(List<Policy> policies, Facts facts) {
    return RequiredDate.earliest(policies, facts)
        .map(date -> new EnrollmentDate(date.date(), date.begins(), date.policy().name()));
  }

  /// Whether it has come.
  public boolean hasCome(Instant now) {
    return !now.isBefore(begins);
  }
}
