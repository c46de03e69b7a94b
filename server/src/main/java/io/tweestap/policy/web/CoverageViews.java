package io.tweestap.policy.web;

import io.tweestap.factor.FactorKind;
import io.tweestap.policy.forecast.Coverage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the coverage report looks like.
final class CoverageViews {
  private CoverageViews() {}

  /// How far the tenant is.
  record ShownCoverage(ShownCounts all, List<ShownGroupCounts> groups) {
    static ShownCoverage of(Coverage coverage) {
      return new ShownCoverage(
          ShownCounts.of(coverage.all()),
          coverage.groups().stream()
              .map(one -> new ShownGroupCounts(one.group(), ShownCounts.of(one.counts())))
              .toList());
    }
  }

  /// Numbers of active users.
  record ShownCounts(
      long users,
      long enrolled,
      Map<String, Long> byKind,
      long requiredNow,
      long shutOut,
      long exempt) {
    static ShownCounts of(Coverage.Counts counts) {
      Map<String, Long> byKind = new TreeMap<>();
      for (FactorKind kind : FactorKind.values()) {
        if (kind.isSecondFactor()) {
          byKind.put(kind.text(), counts.byKind().getOrDefault(kind, 0L));
        }
      }
      return new ShownCounts(
          counts.users(),
          counts.enrolled(),
          byKind,
          counts.requiredNow(),
          counts.shutOut(),
          counts.exempt());
    }
  }

  /// Those of one group.
  record ShownGroupCounts(String group, ShownCounts counts) {}
}
