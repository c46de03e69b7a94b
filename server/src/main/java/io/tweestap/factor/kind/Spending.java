package io.tweestap.factor.kind;

/// What a right answer spends beside the factor's own moving factor, such as one recovery code.
/// Runs in the transaction that settles the answer, after the factor's row was won and locked.
@FunctionalInterface
public interface Spending {
  /// For kinds whose moving factor says all.
  Spending NOTHING_ELSE = () -> true;

  /// Spends by one conditional statement.
  ///
  /// @return whether this answer was the one that spent it; if not, it counts as wrong
  boolean spend();
}
