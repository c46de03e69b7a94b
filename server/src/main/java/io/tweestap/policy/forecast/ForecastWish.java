package io.tweestap.policy.forecast;

import io.tweestap.policy.Policy;
import io.tweestap.policy.Purpose;
import io.tweestap.user.UserRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What somebody wants to see in advance.
///
/// @param date a day that is over when it is looked at, where each user is; used when `at` is empty
/// @param at a moment
/// @param policies instead of those that the tenant has; empty: those it has
/// @param group only users in it
/// @param users only these; empty: all
public record ForecastWish(
    LocalDate date,
    Optional<Instant> at,
    Optional<List<Policy>> policies,
    Optional<String> group,
    List<UserRef> users,
    String application,
    Purpose purpose) {
  /// How many single users one forecast may name.
  public static final int USERS_MAX = 1_000;

  public ForecastWish {
    policies = policies.map(List::copyOf);
    users = List.copyOf(users);
  }
}
