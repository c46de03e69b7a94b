package io.tweestap.policy.forecast;

import io.tweestap.factor.FactorKind;
import io.tweestap.policy.Decision;
import io.tweestap.policy.Facts;
import java.util.EnumMap;
import java.util.Map;

/// Counts how far users are as they come by.
final class CoverageCount {
  private final Map<FactorKind, Long> byKind = new EnumMap<>(FactorKind.class);
  private long users;
  private long enrolled;
  private long requiredNow;
  private long shutOut;
  private long exempt;

  void add(Facts facts, Decision decision, boolean required) {
    users++;
    enrolled += facts.enrolled() ? 1 : 0;
    requiredNow += required ? 1 : 0;
    shutOut += decision.shutsOut() ? 1 : 0;
    exempt += facts.exempt() ? 1 : 0;
    facts.held().stream()
        .filter(FactorKind::isSecondFactor)
        .forEach(kind -> byKind.merge(kind, 1L, Long::sum));
  }

  Coverage.Counts counts() {
    return new Coverage.Counts(users, enrolled, Map.copyOf(byKind), requiredNow, shutOut, exempt);
  }
}
