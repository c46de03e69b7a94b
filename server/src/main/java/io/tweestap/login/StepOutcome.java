package io.tweestap.login;

import java.time.Instant;

/// What became of a step in a login: an answer, a code to an address, a factor that was set up, an
/// enrollment put off.
public sealed interface StepOutcome {
  /// The step is taken; the login passed by it, or asks for the next one.
  record Taken(Standing standing) implements StepOutcome {}

  /// Wrong. Which half of it is never told.
  ///
  /// @param left how many answers this login still takes, 1 or more
  record Wrong(int left) implements StepOutcome {}

  /// The code was right before. Nothing was counted.
  record CodeUsed() implements StepOutcome {}

  /// Not compared: too many wrong answers to this factor, or from this source.
  record SlowedDown(Instant until) implements StepOutcome {}

  /// Not compared: too many costly answers came at once. The same one may be given again.
  record Busy() implements StepOutcome {}

  /// Not compared: a hundred wrong answers in a row. The factor must be bound anew.
  record MustRebind() implements StepOutcome {}

  /// Not compared: the factor's time is over.
  record FactorExpired() implements StepOutcome {}

  /// Not compared: no factor of this user that this login takes.
  record NotUsable() implements StepOutcome {}

  /// The challenge, or the code that was sent, is not good any more.
  ///
  /// @param reason a stable word, such as `expired`
  record ChallengeOver(String reason) implements StepOutcome {}

  /// Amount or payee differ from those that the login began with; it is void.
  record DetailsChanged() implements StepOutcome {}

  /// A field is missing, or stands there for nothing.
  record Unfit(String field, String why) implements StepOutcome {}

  /// The login is over.
  record Over(LoginState state) implements StepOutcome {}

  /// The login asks for something else first.
  record NotNow(Step next) implements StepOutcome {}

  /// Enrollment cannot be put off any more.
  record NoSkipLeft() implements StepOutcome {}

  /// The app took no notice of algorithm, digits or period (URI-8).
  record ParametersIgnored() implements StepOutcome {}

  /// The tenant has no such login.
  record NotFound() implements StepOutcome {}
}
