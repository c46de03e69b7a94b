package io.tweestap.factor;

import java.time.Instant;
import java.util.Set;

/// What became of an answer.
public sealed interface AnswerOutcome {
  /// Right, and spent now: nobody gets this for the same code again.
  ///
  /// @param amr what it adds to the login's `amr` (RFC 8176)
  record Right(FactorKind kind, FactorId id, Set<String> amr) implements AnswerOutcome {
    public Right {
      amr = Set.copyOf(amr);
    }
  }

  /// Wrong; counted against the factor and the source.
  record Wrong() implements AnswerOutcome {}

  /// A code of this factor that was right before (OTP-9). Not counted: it teaches a guesser
  /// nothing.
  record AlreadyUsed() implements AnswerOutcome {}

  /// Wrong, and counted; the code is what an app computes that took no notice of algorithm, digits
  /// and period (URI-8). Only when a factor is confirmed.
  record ParametersIgnored() implements AnswerOutcome {}

  /// Not compared: too many wrong answers to this factor or from this source.
  ///
  /// @param until from when on an answer is compared again
  record SlowedDown(Instant until) implements AnswerOutcome {}

  /// Not compared: so many answers that are costly to compare came at once that this one got no
  /// turn. Not counted; the same answer may be given again in a moment.
  record Busy() implements AnswerOutcome {}

  /// Not compared: a hundred failures in a row. The factor must be bound anew (OTP-15).
  record MustRebind() implements AnswerOutcome {}

  /// Not compared: the factor's time is over (BND-6).
  record Expired() implements AnswerOutcome {}

  /// Not compared: there is no such factor of this user, or it is pending, suspended or removed.
  record NotUsable() implements AnswerOutcome {}

  /// The challenge is not there, over, or was for other details.
  ///
  /// @param reason a stable word: `expired`, `already_used`, `too_many_checks`, `canceled`,
  ///   `details_changed`, `not_found`
  record ChallengeOver(String reason) implements AnswerOutcome {}

  /// Another answer to the same factor was faster, and what this one was is not told. Judge it
  /// again, at most [FactorAnswers#TRIES] times in all.
  record Raced() implements AnswerOutcome {}
}
