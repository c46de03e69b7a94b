package io.tweestap.factor;

import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.kind.StoredFactor;
import java.util.Optional;

/// An answer that was compared and is not settled yet. What it says must not be told before
/// [FactorAnswers#settle]: only the answer that settles first counts.
///
/// @param stored the factor as it was compared; empty when there is none
/// @param judgment what the comparison showed
/// @param sourceIp the address that a failure is counted by
public record Judged(Optional<StoredFactor> stored, Judgment judgment, Optional<String> sourceIp) {
  static Judged refused(AnswerOutcome outcome) {
    return new Judged(Optional.empty(), new Judgment.Refused(outcome), Optional.empty());
  }

  /// Shows nothing of it.
  @Override
  public String toString() {
    return "Judged[]";
  }
}
