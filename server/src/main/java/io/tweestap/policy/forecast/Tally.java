package io.tweestap.policy.forecast;

import io.tweestap.policy.Decision;
import io.tweestap.user.User;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts decisions as they come by; keeps no user but the examples.
final class Tally {
  private final Map<ForecastOutcome, Long> all = new EnumMap<>(ForecastOutcome.class);
  private final Map<String, Map<ForecastOutcome, Long>> groups = new TreeMap<>();
  private final List<Forecast.Example> examples = new ArrayList<>();

  void add(User user, Decision decision) {
    ForecastOutcome outcome = ForecastOutcome.of(decision);
    all.merge(outcome, 1L, Long::sum);
    for (String group : user.groups()) {
      if (groups.size() < Forecast.GROUPS_MAX || groups.containsKey(group)) {
        groups
            .computeIfAbsent(group, _ -> new EnumMap<>(ForecastOutcome.class))
            .merge(outcome, 1L, Long::sum);
      }
    }
    if (decision.shutsOut() && examples.size() < Forecast.EXAMPLES_MAX) {
      examples.add(
          new Forecast.Example(user.ref(), outcome, decision.reasons().stream().findFirst()));
    }
  }

  Forecast forecast() {
    return new Forecast(
        counts(all),
        groups.entrySet().stream()
            .map(group -> new Forecast.GroupCounts(group.getKey(), counts(group.getValue())))
            .toList(),
        examples);
  }

  private static Forecast.Counts counts(Map<ForecastOutcome, Long> found) {
    Map<ForecastOutcome, Long> outcomes = new EnumMap<>(ForecastOutcome.class);
    for (ForecastOutcome outcome : ForecastOutcome.values()) {
      outcomes.put(outcome, found.getOrDefault(outcome, 0L));
    }
    return new Forecast.Counts(
        outcomes.values().stream().mapToLong(Long::longValue).sum(), outcomes);
  }
}
