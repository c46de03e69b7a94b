package io.tweestap.verification;

import java.time.Instant;
import java.util.UUID;

/// The answer to a check.
public sealed interface CheckOutcome {
  /// The right code, spent now. Nobody gets this answer for the same code again.
  record Approved(UUID id, Instant at) implements CheckOutcome {}

  /// A wrong code; it used up one check.
  ///
  /// @param checksLeft 1 or more: the check that uses up the last one gets [TooManyChecks]
  record WrongCode(int checksLeft) implements CheckOutcome {}

  /// The code's life was over before the check.
  record Expired() implements CheckOutcome {}

  /// The right code had come before.
  record AlreadyUsed() implements CheckOutcome {}

  /// The application had canceled it.
  record Canceled() implements CheckOutcome {}

  /// The last allowed check was used up, now or before.
  record TooManyChecks() implements CheckOutcome {}

  /// The check carried other details than those in the message, now or before; the code is void.
  record DetailsChanged() implements CheckOutcome {}

  /// The tenant has no such verification.
  record NotFound() implements CheckOutcome {}
}
