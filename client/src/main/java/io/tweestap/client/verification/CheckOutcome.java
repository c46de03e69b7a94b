package io.tweestap.client.verification;

import java.time.Instant;
import java.util.List;

/// What became of a code that the person typed.
public sealed interface CheckOutcome {
  /// It was right, and is spent by that.
  record Approved(Instant at) implements CheckOutcome {}

  /// @param checksLeft how often it can still be typed
  /// @param next what can be done next, and when
  record Wrong(int checksLeft, List<NextAction> next) implements CheckOutcome {
    public Wrong {
      next = List.copyOf(next);
    }
  }

  /// Its time was over: start a new one.
  record Expired() implements CheckOutcome {}

  /// It was approved before: a code opens one door once.
  record AlreadyUsed() implements CheckOutcome {}

  /// It was taken back.
  record Canceled() implements CheckOutcome {}

  /// Too many wrong codes; the right one no longer helps.
  record TooManyChecks() implements CheckOutcome {}

  /// The details are not those that were confirmed; the code is void.
  record DetailsChanged() implements CheckOutcome {}
}
