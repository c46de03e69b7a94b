package io.tweestap.policy;

import io.tweestap.factor.FactorKind;
import io.tweestap.policy.rule.Decide;
import io.tweestap.policy.rule.EnrollmentDate;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/// What the policies mean for one user now.
@Service
public class UserPolicies {
  private final Policies policies;
  private final UserFacts facts;
  private final Clock clock;

  UserPolicies(Policies policies, UserFacts facts, Clock clock) {
    this.policies = policies;
    this.facts = facts;
    this.clock = clock;
  }

  /// A user under the policies.
  ///
  /// @param requiredFrom from when a second step is required here; empty when never
  public record UserPolicy(Facts facts, Decision decision, Optional<EnrollmentDate> requiredFrom) {}

  /// The decision of a login now on a browser that nobody remembers.
  ///
  /// @param application empty when none is meant
  public UserPolicy of(TenantId tenant, User user, String application, Purpose purpose) {
    Facts found = facts(tenant, user, application, purpose);
    return judged(policies.remembered(tenant), found);
  }

  /// The same, if the user held other kinds of factor: to tell before it happens.
  public UserPolicy supposing(TenantId tenant, User user, Set<FactorKind> held) {
    Facts found = facts(tenant, user, "", Purpose.LOGIN).holding(held);
    return judged(policies.remembered(tenant), found);
  }

  /// The kinds of second factor that the user may set up; empty when none would do.
  public Set<FactorKind> accepted(TenantId tenant, User user) {
    return Decide.accepted(policies.remembered(tenant), facts(tenant, user, "", Purpose.LOGIN));
  }

  private Facts facts(TenantId tenant, User user, String application, Purpose purpose) {
    Instant now = clock.instant();
    return facts
        .of(tenant, List.of(user), new Situation(application, purpose, _ -> now))
        .getFirst();
  }

  private static UserPolicy judged(List<Policy> all, Facts found) {
    return new UserPolicy(found, Decide.decide(all, found), EnrollmentDate.here(all, found));
  }
}
