package io.tweestap.client.login;

import java.time.Duration;

/// What became of something that the user typed.
public sealed interface AnswerOutcome {
  /// It was right, and the login has passed: log the user in.
  ///
  /// @param login has the browser's new token, if it is to keep one
  /// @param result what was proven, and how long the session lasts
  record Passed(Login login, LoginResult result) implements AnswerOutcome {}

  /// It was right, and [Login#next] says what is asked for now.
  record Continues(Login login) implements AnswerOutcome {}

  /// It was wrong. Never which part of it.
  ///
  /// @param answersLeft how many more wrong answers the login takes; 0: it is over
  record Wrong(int answersLeft) implements AnswerOutcome {}

  /// Too many wrong answers before; nothing was compared.
  ///
  /// @param waitFor until something is compared again
  record SlowedDown(Duration waitFor) implements AnswerOutcome {}

  /// The code was used before: wait for the next one.
  record AlreadyUsed() implements AnswerOutcome {}

  /// The code that was sent, or the question, is not good any more: ask for a new one.
  ///
  /// @param reason what became of it, such as `expired`
  record ChallengeOver(String reason) implements AnswerOutcome {}

  /// This factor cannot be answered with: offer another one.
  ///
  /// @param code `factor_not_usable`, `factor_disabled` or `factor_expired`
  record NotUsable(String code) implements AnswerOutcome {}

  /// The app took no notice of algorithm, digits or period: begin the factor again without them.
  record ParametersIgnored() implements AnswerOutcome {}

  /// Amount or payee are not those that the login began with; it is void.
  record DetailsChanged() implements AnswerOutcome {}

  /// The login asks for something else first.
  record WrongStep(LoginStep next) implements AnswerOutcome {}

  /// The login is over.
  ///
  /// @param state how it ended
  record Over(LoginState state) implements AnswerOutcome {}
}
