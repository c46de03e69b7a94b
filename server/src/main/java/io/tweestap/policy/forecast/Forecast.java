package io.tweestap.policy.forecast;

import io.tweestap.policy.Reason;
import io.tweestap.user.UserRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What would happen to users on a date.
///
/// @param all over all that were looked at, each once
/// @param groups for each group that one of them is in, by name; at most [#GROUPS_MAX], those of
///   the users looked at first
/// @param examples of those who could not log in, at most [#EXAMPLES_MAX]
public record Forecast(Counts all, List<GroupCounts> groups, List<Example> examples) {
  public static final int GROUPS_MAX = 1_000;
  public static final int EXAMPLES_MAX = 100;

  /// How many users meet which outcome; what nobody meets is there with 0.
  public record Counts(long users, Map<ForecastOutcome, Long> outcomes) {
    /// How many could not log in as they are.
    public long stuck() {
      return outcomes.getOrDefault(ForecastOutcome.ENROLL_REQUIRED, 0L)
          + outcomes.getOrDefault(ForecastOutcome.REFUSED, 0L);
    }
  }

  /// The same for one group.
  public record GroupCounts(String group, Counts counts) {}

  /// One user who could not log in.
  ///
  /// @param reason the decisive one
  public record Example(UserRef user, ForecastOutcome outcome, Optional<Reason> reason) {}
}
