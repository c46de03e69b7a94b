package io.tweestap.functional;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Factors of one user, at most one of each kind.
final class Kinds {
  private final Map<FactorKind, FactorId> all = new EnumMap<>(FactorKind.class);

  void put(FactorKind kind, FactorId id) {
    all.put(kind, id);
  }

  FactorId get(FactorKind kind) {
    return Objects.requireNonNull(all.get(kind), kind.text());
  }

  List<FactorId> ids() {
    return List.copyOf(all.values());
  }
}
