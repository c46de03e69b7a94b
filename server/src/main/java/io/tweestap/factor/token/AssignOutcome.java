package io.tweestap.factor.token;

import io.tweestap.factor.FactorId;

/// What became of the wish to give a token to a user.
public sealed interface AssignOutcome {
  /// It is held for the user; one right code from it makes the factor active.
  record Begun(FactorId factor) implements AssignOutcome {}

  /// The tenant has no token of this kind with this serial number.
  record Unknown() implements AssignOutcome {}

  /// Somebody has it, or it is retired.
  record NotInStock(HardwareToken.Where where) implements AssignOutcome {}

  /// The user has as many factors as allowed.
  record TooMany(int most) implements AssignOutcome {}
}
