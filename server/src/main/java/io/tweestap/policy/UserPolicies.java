package io.tweestap.policy;

import io.tweestap.policy.rule.Decide;
import io.tweestap.policy.rule.EnrollmentDate;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    Instant now = clock.instant();
    List<Policy> all = policies.remembered(tenant);
    Facts found =
        facts.of(tenant, List.of(user), new Situation(application, purpose, _ -> now)).getFirst();
    return new UserPolicy(found, Decide.decide(all, found), EnrollmentDate.here(all, found));
  }
}
