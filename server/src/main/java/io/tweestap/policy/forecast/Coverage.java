package io.tweestap.policy.forecast;

import io.tweestap.factor.FactorKind;
import java.util.List;
import java.util.Map;

/// How far a tenant is with the second step.
///
/// @param all over all active users, each once
/// @param groups for each group, by name; at most [Forecast#GROUPS_MAX]
public record Coverage(Counts all, List<GroupCounts> groups) {
  /// Numbers of active users.
  ///
  /// @param enrolled who have a second factor in use
  /// @param byKind who have one of this kind; a user with two kinds counts in both
  /// @param requiredNow of whom a second step is required now, exempt or not
  /// @param shutOut who could not log in now without setting one up, or at all
  /// @param exempt who are exempt now
  public record Counts(
      long users,
      long enrolled,
      Map<FactorKind, Long> byKind,
      long requiredNow,
      long shutOut,
      long exempt) {}

  /// The same for one group.
  public record GroupCounts(String group, Counts counts) {}
}
