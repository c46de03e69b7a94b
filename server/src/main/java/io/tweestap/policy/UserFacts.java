package io.tweestap.policy;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Factors;
import io.tweestap.policy.exemption.ExemptionFact;
import io.tweestap.policy.jdbc.ExemptionRows;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Gathers the facts about users outside of a login: no browser is remembered and nothing is risky.
/// Three statements, however many users.
@Component
class UserFacts {
  private final Factors factors;
  private final ExemptionRows exemptions;
  private final Clock clock;

  UserFacts(Factors factors, ExemptionRows exemptions, Clock clock) {
    this.factors = factors;
    this.exemptions = exemptions;
    this.clock = clock;
  }

  /// In the order of the users.
  List<Facts> of(TenantId tenant, List<User> users, Situation situation) {
    List<UserId> ids = users.stream().map(User::id).toList();
    Map<UserId, Set<FactorKind>> held = factors.kindsInUse(tenant, ids);
    Set<UserId> deviceBound = factors.withDeviceBoundKey(tenant, ids);
    Map<UserId, Instant> exempt = exemptions.inForce(tenant, ids, clock.instant());
    return users.stream()
        .map(user ->
            of(
                user,
                held.getOrDefault(user.id(), Set.of()),
                deviceBound.contains(user.id()),
                Optional.ofNullable(exempt.get(user.id())),
                situation))
        .toList();
  }

  private static Facts of(
      User user,
      Set<FactorKind> held,
      boolean deviceBound,
      Optional<Instant> exempt,
      Situation situation) {
    return new Facts(
        user.groups(),
        situation.application(),
        situation.purpose(),
        held,
        deviceBound,
        Optional.empty(),
        Optional.empty(),
        false,
        situation.moment().apply(user),
        user.zone(),
        user.deadline(),
        user.skipsUsed(),
        exempt.map(ExemptionFact::new),
        user.state());
  }
}
