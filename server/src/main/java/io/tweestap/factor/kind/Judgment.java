package io.tweestap.factor.kind;

import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.FactorKind;
import java.util.Set;

/// What a comparison showed. It becomes true only when it is settled.
public sealed interface Judgment {
  /// The answer is right, if nobody else spends it first.
  ///
  /// @param moving what the moving factor becomes; greater than it was. A kind with nothing that
  ///   moves counts: `stored.moving() + 1`
  /// @param drift what is known of the token's clock now
  /// @param amr what the answer adds to `amr`
  /// @param spending what else must be spent with it
  record Right(long moving, int drift, Set<String> amr, Spending spending) implements Judgment {}

  /// The answer is wrong, which counts as a failure.
  ///
  /// @param said what is told: [AnswerOutcome.Wrong], or what says more
  record Wrong(AnswerOutcome said) implements Judgment {}

  /// Nothing was compared, or there was nothing to learn from it: nothing is counted or changed.
  record Refused(AnswerOutcome outcome) implements Judgment {}

  /// Right, with nothing else to spend than the moving factor.
  static Right right(StoredFactor stored, long moving, int drift) {
    FactorKind kind = stored.kind();
    return new Right(moving, drift, kind.amr(), Spending.NOTHING_ELSE);
  }

  /// Wrong, and no more to say.
  static Wrong wrong() {
    return new Wrong(new AnswerOutcome.Wrong());
  }
}
