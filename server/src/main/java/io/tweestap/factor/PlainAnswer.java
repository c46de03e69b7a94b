package io.tweestap.factor;

import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.kind.Spending;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.TenantId;
import java.util.Optional;

/// A right answer of an active factor that is spent by the factor's row alone, as codes of apps and
/// tokens are: so many of them can be spent by one statement.
public record PlainAnswer(TenantId tenant, StoredFactor stored, Judgment.Right right) {
  /// The plain answer in what was compared; empty where settling it takes more, or it is not right.
  public static Optional<PlainAnswer> of(TenantId tenant, Judged judged) {
    return judged.judgment() instanceof Judgment.Right right
            && right.spending() == Spending.NOTHING_ELSE
            && !judged.stored().orElseThrow().isPending()
        ? Optional.of(new PlainAnswer(tenant, judged.stored().orElseThrow(), right))
        : Optional.empty();
  }

  /// The factor that is spent.
  public FactorId factor() {
    return stored.id();
  }

  public FactorKind kind() {
    return stored.kind();
  }

  /// What is said once it is spent.
  public AnswerOutcome.Right outcome() {
    return new AnswerOutcome.Right(stored.kind(), stored.id(), right.amr());
  }

  /// Shows nothing of it.
  @Override
  public String toString() {
    return "PlainAnswer[]";
  }
}
