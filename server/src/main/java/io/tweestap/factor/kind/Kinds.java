package io.tweestap.factor.kind;

import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Finds what knows a kind.
@Component
public class Kinds {
  private final Map<FactorKind, FactorVerifier> verifiers = new EnumMap<>(FactorKind.class);
  private final Map<FactorKind, ChallengeStarter> starters = new EnumMap<>(FactorKind.class);

  Kinds(List<FactorVerifier> verifiers, ObjectProvider<ChallengeStarter> starters) {
    verifiers.forEach(one -> claim(this.verifiers.put(one.kind(), one), one.kind()));
    starters.forEach(one -> claim(this.starters.put(one.kind(), one), one.kind()));
  }

  private static void claim(@Nullable Object before, FactorKind kind) {
    if (before != null) {
      throw new IllegalStateException("two beans know the kind " + kind);
    }
  }

  public FactorVerifier verifier(FactorKind kind) {
    FactorVerifier verifier = verifiers.get(kind);
    if (verifier == null) {
      throw new IllegalStateException("no bean knows the kind " + kind);
    }
    return verifier;
  }

  /// Empty for kinds whose answers need no challenge.
  public Optional<ChallengeStarter> starter(FactorKind kind) {
    return Optional.ofNullable(starters.get(kind));
  }

  public Factor show(StoredFactor stored) {
    return verifier(stored.kind()).show(stored);
  }
}
