package io.tweestap.policy.forecast;

import io.tweestap.policy.Decision;
import io.tweestap.policy.Facts;
import io.tweestap.policy.Policies;
import io.tweestap.policy.Policy;
import io.tweestap.policy.Purpose;
import io.tweestap.policy.ScanUsers;
import io.tweestap.policy.Situation;
import io.tweestap.policy.rule.Decide;
import io.tweestap.policy.rule.EnrollmentDate;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/// What would happen to a tenant's users on a date, and how far they are now. Looks at each user as
/// a login would; empty when this node is busy with other such reports.
@Service
public class Forecasts {
  private final Policies policies;
  private final ScanUsers scan;
  private final Clock clock;

  Forecasts(Policies policies, ScanUsers scan, Clock clock) {
    this.policies = policies;
    this.scan = scan;
    this.clock = clock;
  }

  /// What would happen. Skips, deadlines and exemptions are as they are now; an exemption that has
  /// ended by then counts as ended.
  public Optional<Forecast> preview(TenantId tenant, ForecastWish wish) {
    List<Policy> supposed =
        wish.policies()
            .map(given -> policies.supposed(tenant, given))
            .orElseGet(() -> policies.remembered(tenant));
    var tally = new Tally();
    BiConsumer<User, Facts> each = (user, facts) -> tally.add(user, Decide.decide(supposed, facts));
    var situation = new Situation(wish.application(), wish.purpose(), moment(wish));
    if (!wish.users().isEmpty()) {
      scan.some(tenant, wish.users(), situation, each);
      return Optional.of(tally.forecast());
    }
    return scan.all(tenant, wish.group(), situation, each)
        ? Optional.of(tally.forecast())
        : Optional.empty();
  }

  /// The last second of the date: what begins on that day has begun, whatever the zone of a policy.
  private static Function<User, Instant> moment(ForecastWish wish) {
    return user ->
        wish.at()
            .orElseGet(() ->
                wish.date().plusDays(1).atStartOfDay(user.zone()).toInstant().minusSeconds(1));
  }

  /// How far the tenant's users are now.
  ///
  /// @param application empty when none is meant
  public Optional<Coverage> coverage(TenantId tenant, String application) {
    Instant now = clock.instant();
    List<Policy> all = policies.remembered(tenant);
    var total = new CoverageCount();
    Map<String, CoverageCount> groups = new TreeMap<>();
    boolean done =
        scan.all(
            tenant,
            Optional.empty(),
            new Situation(application, Purpose.LOGIN, _ -> now),
            (user, facts) -> {
              Decision decision = Decide.decide(all, facts);
              boolean required =
                  EnrollmentDate.here(all, facts).filter(date -> date.hasCome(now)).isPresent();
              total.add(facts, decision, required);
              user.groups().stream()
                  .filter(name -> groups.size() < Forecast.GROUPS_MAX || groups.containsKey(name))
                  .map(name -> groups.computeIfAbsent(name, _ -> new CoverageCount()))
                  .forEach(group -> group.add(facts, decision, required));
            });
    return done ? Optional.of(coverage(total, groups)) : Optional.empty();
  }

  private static Coverage coverage(CoverageCount total, Map<String, CoverageCount> groups) {
    return new Coverage(
        total.counts(),
        groups.entrySet().stream()
            .map(group -> new Coverage.GroupCounts(group.getKey(), group.getValue().counts()))
            .toList());
  }
}
